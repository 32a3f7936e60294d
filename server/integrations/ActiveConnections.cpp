// SPDX-License-Identifier: MIT
#include "integrations/ActiveConnections.h"

#include "tables/Tables.h"

namespace Greenroom {

namespace {

constexpr int ok = 200;
constexpr int serverError = 500;

} // namespace

ActiveConnections::ActiveConnections(Tables &tables) : m_tables(tables) {}

QStringList ActiveConnections::all() const
{
    return m_tables.activeConnections();
}

void ActiveConnections::put(const ProxyEvent &event, const Reply &reply)
{
    m_tables.putConnection(event.connectionId, [reply](const Result<void> &stored) {
        reply(ProxyResponse{stored ? ok : serverError, {}});
    });
}

void ActiveConnections::ensure(const QString &connectionId)
{
    if (!m_tables.isActive(connectionId))
        m_tables.putConnection(connectionId, [](const Result<void> &) {});
}

void ActiveConnections::forget(const QString &connectionId)
{
    if (m_tables.isActive(connectionId))
        m_tables.deleteConnection(connectionId, [](const Result<void> &) {});
}

void ActiveConnections::remove(const ProxyEvent &event, const Reply &reply)
{
    m_tables.deleteConnection(event.connectionId, [reply](const Result<void> &stored) {
        if (stored)
            reply(ProxyResponse{});
        else
            reply(tl::unexpected(IntegrationFailure{stored.error().message}));
    });
}

} // namespace Greenroom

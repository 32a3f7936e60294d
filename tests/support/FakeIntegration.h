// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Backend.h"
#include "gateway/PostToConnection.h"
#include "integrations/Integration.h"

#include <QList>
#include <QStringList>
#include <algorithm>
#include <stdexcept>

namespace Greenroom::Test {

/// An integration that notes its events and answers when the test says so.
class FakeIntegration final : public Integration
{
public:
    struct Call
    {
        ProxyEvent event;
        Reply reply;
    };

    /// What the test keeps, for the gateway owns the integration.
    struct Record
    {
        QList<Call> calls;
        /// The connections for which afterConnect() ran.
        QStringList established;
        /// Routes that are answered at once with 200.
        QStringList answeredAtOnce;
        /// Routes on which invoke() throws.
        QStringList throwing;

        /// The events of one route, in order.
        QList<ProxyEvent> events(const QString &routeKey) const
        {
            QList<ProxyEvent> found;
            for (const Call &call : calls) {
                if (call.event.routeKey == routeKey)
                    found.append(call.event);
            }
            return found;
        }

        /// The last call of one route; there has to be one.
        const Call &last(const QString &routeKey) const
        {
            const auto found = std::find_if(calls.rbegin(), calls.rend(), [&routeKey](const Call &call) {
                return call.event.routeKey == routeKey;
            });
            Q_ASSERT(found != calls.rend());
            return *found;
        }
    };

    explicit FakeIntegration(std::shared_ptr<Record> record) : m_record(std::move(record)) {}

    void invoke(const ProxyEvent &event, Reply reply) override
    {
        m_record->calls.append({event, reply});
        if (m_record->throwing.contains(event.routeKey))
            throw std::runtime_error("thrown by the test");
        if (m_record->answeredAtOnce.contains(event.routeKey))
            reply(ProxyResponse{});
    }

    void afterConnect(const QString &connectionId) override { m_record->established.append(connectionId); }

    /// A backend with this integration behind `routeKeys`; `post` receives the way to the clients. Its stage
    /// variable `colour` is `green`.
    static BackendFactory backend(const std::shared_ptr<Record> &record, const QStringList &routeKeys,
                                  PostToConnection **post = nullptr, const QStringList &twoWayRouteKeys = {})
    {
        return [record, routeKeys, post, twoWayRouteKeys](PostToConnection &stage) -> Result<Backend> {
            if (post != nullptr)
                *post = &stage;
            Backend backend{nullptr, std::make_unique<FakeIntegration>(record), routeKeys};
            backend.twoWayRouteKeys = twoWayRouteKeys;
            backend.stageVariables.insert(QStringLiteral("colour"), QStringLiteral("green"));
            return backend;
        };
    }

private:
    std::shared_ptr<Record> m_record;
};

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ManagedConnections.h"

#include <QList>
#include <QMap>
#include <QStringList>
#include <limits>
#include <utility>

namespace Greenroom::Test {

/// Connections as the management API sees them, noting what is done to them.
class FakeConnections final : public ManagedConnections
{
public:
    QMap<QString, ConnectionDetails> open;
    QList<std::pair<QString, QByteArray>> posts;
    QStringList disconnected;
    QStringList limited;
    int callsLeft = std::numeric_limits<int>::max();

    bool admitCall() override { return callsLeft-- > 0; }

    Status post(const QString &connectionId, const QByteArray &data) override
    {
        if (!open.contains(connectionId))
            return Status::Gone;
        if (limited.contains(connectionId))
            return Status::LimitExceeded;
        posts.append({connectionId, data});
        return Status::Ok;
    }

    std::optional<ConnectionDetails> details(const QString &connectionId) const override
    {
        if (!open.contains(connectionId))
            return std::nullopt;
        return open.value(connectionId);
    }

    Status disconnectClient(const QString &connectionId) override
    {
        if (open.remove(connectionId) == 0)
            return Status::Gone;
        disconnected.append(connectionId);
        return Status::Ok;
    }
};

} // namespace Greenroom::Test

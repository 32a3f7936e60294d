// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/PostToConnection.h"

#include <QList>
#include <QMap>
#include <QStringList>
#include <utility>

namespace Greenroom::Test {

/// Notes what is posted to whom.
class FakePost final : public PostToConnection
{
public:
    /// In the order of the posts; those that failed are not among them.
    QList<std::pair<QString, QByteArray>> posts;
    QStringList gone;
    /// What else is said of a post, by connection.
    QMap<QString, Status> refusing;
    QMap<QString, ConnectionDetails> known;

    Status post(const QString &connectionId, const QByteArray &data) override
    {
        if (gone.contains(connectionId))
            return Status::Gone;
        if (refusing.contains(connectionId))
            return refusing.value(connectionId);
        posts.append({connectionId, data});
        return Status::Ok;
    }

    std::optional<ConnectionDetails> details(const QString &connectionId) const override
    {
        if (!known.contains(connectionId))
            return std::nullopt;
        return known.value(connectionId);
    }
};

} // namespace Greenroom::Test

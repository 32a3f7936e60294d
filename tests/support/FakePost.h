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
    /// In the order of the posts; those to connections that are gone are not among them.
    QList<std::pair<QString, QByteArray>> posts;
    QStringList gone;
    QStringList limited;
    QMap<QString, ConnectionDetails> known;

    Status post(const QString &connectionId, const QByteArray &data) override
    {
        if (gone.contains(connectionId))
            return Status::Gone;
        if (limited.contains(connectionId))
            return Status::LimitExceeded;
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

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/PostToConnection.h"

#include <QList>
#include <utility>

namespace Greenroom::Test {

/// Notes what is posted to whom.
class FakePost final : public PostToConnection
{
public:
    /// In the order of the posts; those to connections that are gone are not among them.
    QList<std::pair<QString, QByteArray>> posts;
    QStringList gone;

    Status post(const QString &connectionId, const QByteArray &data) override
    {
        if (gone.contains(connectionId))
            return Status::Gone;
        posts.append({connectionId, data});
        return Status::Ok;
    }
};

} // namespace Greenroom::Test

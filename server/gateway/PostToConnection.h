// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Greenroom {

/// The one way from an integration to the clients: `POST @connections/{id}` as a call.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
class PostToConnection
{
public:
    enum class Status {
        Ok,
        /// 410: the id was never given out, has closed, or its `$connect` has not returned yet.
        Gone,
    };

    PostToConnection() = default;
    virtual ~PostToConnection() = default;
    Q_DISABLE_COPY_MOVE(PostToConnection)

    /// Sends `data` (UTF-8) to one connection of the stage as a text message.
    virtual Status post(const QString &connectionId, const QByteArray &data) = 0;
};

} // namespace Greenroom

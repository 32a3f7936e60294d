// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <optional>

namespace Greenroom {

/// What `GET @connections/{id}` tells of a connection.
struct ConnectionDetails
{
    WallTime connectedAt;
    /// The last message in either direction.
    WallTime lastActiveAt;
    QString sourceIp;
    /// Empty where the client gave none.
    QString userAgent;
};

/// The one way from an integration to the clients: POST and GET of `@connections/{id}` as calls.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
class PostToConnection
{
public:
    enum class Status {
        Ok,
        /// 410: the id was never given out, has closed, or its `$connect` has not returned yet.
        Gone,
        /// 413: the text is larger than the stage's quota for messages.
        TooLarge,
        /// 429: the client has left too much unread, or a fault says so. The text was not sent.
        LimitExceeded,
    };

    /// A post that was not taken.
    struct Failure
    {
        QString connectionId;
        /// Not Ok.
        Status status = Status::Gone;
    };

    PostToConnection() = default;
    virtual ~PostToConnection() = default;
    Q_DISABLE_COPY_MOVE(PostToConnection)

    /// Sends `data` (UTF-8) to one connection of the stage as a text message.
    virtual Status post(const QString &connectionId, const QByteArray &data) = 0;

    /// As post() to each of `connectionIds`, one after the other, and cheaper; returns those that failed, in
    /// their order.
    virtual QList<Failure> postToAll(const QStringList &connectionIds, const QByteArray &data);

    /// What is known of one connection of the stage; nothing where post() would say Gone.
    virtual std::optional<ConnectionDetails> details(const QString &connectionId) const = 0;
};

} // namespace Greenroom

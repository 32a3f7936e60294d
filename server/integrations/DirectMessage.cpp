// SPDX-License-Identifier: MIT
#include "integrations/DirectMessage.h"

#include "gateway/PostToConnection.h"
#include "integrations/PostErrors.h"
#include "integrations/PythonJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr QLatin1String messageName("message");
constexpr QLatin1String senderName("sender_id");
constexpr QLatin1String recipientName("recipient_id");

} // namespace

tl::expected<DirectMessage, IntegrationFailure> DirectMessage::read(const ProxyEvent &event)
{
    const QJsonObject body = QJsonDocument::fromJson(event.body.toUtf8()).object();
    for (const QLatin1String name : {messageName, recipientName}) {
        if (!body.contains(name))
            return tl::unexpected(IntegrationFailure{QStringLiteral("KeyError: '%1'").arg(name)});
    }
    return DirectMessage{body.value(messageName), event.connectionId, body.value(recipientName)};
}

IntegrationResult DirectMessage::deliver(PostToConnection &post) const
{
    const QByteArray frame = PythonJson::object({
        {messageName, PythonJson::value(message)},
        {senderName, PythonJson::string(senderId)},
        {recipientName, PythonJson::value(recipientId)},
    });
    // A recipient that is no text is nobody's id.
    for (const QString &id : {senderId, recipientId.toString()}) {
        const auto status = post.post(id, frame);
        if (status != PostToConnection::Status::Ok)
            return tl::unexpected(IntegrationFailure{PostErrors::ofPython(status)});
    }
    return ProxyResponse{};
}

} // namespace Greenroom

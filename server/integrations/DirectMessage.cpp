// SPDX-License-Identifier: MIT
#include "integrations/DirectMessage.h"

#include "gateway/PostToConnection.h"
#include "integrations/PostErrors.h"
#include "integrations/PythonJson.h"
#include "json/StrictJson.h"

namespace Greenroom {

namespace {

constexpr QLatin1String messageName("message");
constexpr QLatin1String senderName("sender_id");
constexpr QLatin1String recipientName("recipient_id");

} // namespace

tl::expected<DirectMessage, IntegrationFailure> DirectMessage::read(const ProxyEvent &event)
{
    const auto body = StrictJson::parse(event.body, StrictJson::Dialect::Python);
    if (!body)
        return tl::unexpected(IntegrationFailure{QStringLiteral("JSONDecodeError: the body is no JSON")});
    const JsonTree *message = body->member(messageName);
    const JsonTree *recipientId = body->member(recipientName);
    if (message == nullptr || recipientId == nullptr) {
        const QLatin1String missing = message == nullptr ? messageName : recipientName;
        return tl::unexpected(IntegrationFailure{QStringLiteral("KeyError: '%1'").arg(missing)});
    }
    return DirectMessage{*message, event.connectionId, *recipientId};
}

QString DirectMessage::recipient() const
{
    return recipientId.isText() ? recipientId.text() : QString();
}

IntegrationResult DirectMessage::deliver(PostToConnection &post) const
{
    const QByteArray frame = PythonJson::object({
        {messageName, PythonJson::value(message)},
        {senderName, PythonJson::string(senderId)},
        {recipientName, PythonJson::value(recipientId)},
    });
    for (const QString &id : {senderId, recipient()}) {
        const auto status = post.post(id, frame);
        if (status != PostToConnection::Status::Ok)
            return tl::unexpected(IntegrationFailure{PostErrors::ofPython(status)});
    }
    return ProxyResponse{};
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "wire/Dialect.h"

#include "wire/MessageText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Greenroom::Dialect {

namespace {

// The wire names, written once.
constexpr QLatin1String actionKey("action");
constexpr QLatin1String chatAction("sendmessage");
constexpr QLatin1String sendAction("sendMessage");
constexpr QLatin1String messageKey("message");
constexpr QLatin1String dataKey("data");
constexpr QLatin1String identityKey("connection_id");
constexpr QLatin1String senderKey("sender_id");
constexpr QLatin1String recipientKey("recipient_id");
constexpr QLatin1String errorKey("error");
constexpr QLatin1String errorsKey("errors");
constexpr QLatin1String statusKey("status");
constexpr QLatin1String gatewayConnectionKey("connectionId");
constexpr QLatin1String gatewayRequestKey("requestId");
constexpr QLatin1String ping("ping");

QJsonObject objectIn(const QString &frame)
{
    return QJsonDocument::fromJson(frame.toUtf8()).object();
}

/// Whether `object` has these keys and no other, each with a text. A frame with more in it is no such event,
/// since what the event has no room for would be lost.
bool hasTexts(const QJsonObject &object, std::initializer_list<QLatin1String> keys)
{
    return object.size() == static_cast<qsizetype>(keys.size())
           && std::all_of(keys.begin(), keys.end(),
                          [&object](QLatin1String key) { return object.value(key).isString(); });
}

bool isReceipt(const QJsonObject &object)
{
    return object.size() == 2 && object.value(statusKey).isString() && object.value(errorsKey).isArray();
}

QString toText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

QString toFrame(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ReceiptEvent toReceipt(const QJsonObject &object)
{
    ReceiptEvent receipt{object.value(statusKey).toString(), {}};
    const QJsonArray errors = object.value(errorsKey).toArray();
    for (const auto &error : errors)
        receipt.errors.append(toText(error));
    return receipt;
}

std::optional<Event> toEvent(const QJsonObject &object)
{
    const auto text = [&object](QLatin1String key) { return object.value(key).toString(); };
    if (hasTexts(object, {messageKey}))
        return MessageText::decode(text(messageKey));
    if (hasTexts(object, {identityKey}))
        return IdentityEvent{text(identityKey)};
    if (hasTexts(object, {messageKey, senderKey, recipientKey}))
        return DirectMessageEvent{text(senderKey), text(recipientKey), text(messageKey)};
    if (hasTexts(object, {errorKey, messageKey}))
        return BackendErrorEvent{text(errorKey), text(messageKey)};
    if (hasTexts(object, {messageKey, gatewayConnectionKey, gatewayRequestKey}))
        return GatewayErrorEvent{text(messageKey), text(gatewayConnectionKey), text(gatewayRequestKey)};
    if (isReceipt(object))
        return toReceipt(object);
    return std::nullopt;
}

} // namespace

Event decode(const QString &frame)
{
    return toEvent(objectIn(frame)).value_or(PlainLineEvent{frame});
}

QString chatFrame(const QString &text)
{
    return toFrame({{actionKey, chatAction}, {messageKey, text}});
}

QString frame(const Outgoing &line)
{
    if (!line.verbatim.isEmpty())
        return line.verbatim;
    switch (line.form) {
    case Outgoing::Form::Chat:
        return chatFrame(line.text);
    case Outgoing::Form::Direct:
        return toFrame({{actionKey, sendAction}, {messageKey, line.text}, {recipientKey, line.recipientId}});
    case Outgoing::Form::Broadcast:
        return toFrame({{actionKey, sendAction}, {dataKey, line.text}});
    case Outgoing::Form::Raw:
        break;
    }
    return line.text;
}

Outgoing readOutgoing(const QString &frame)
{
    const QJsonObject object = objectIn(frame);
    const QString action = object.value(actionKey).toString();
    const QJsonValue message = object.value(messageKey);
    const QJsonValue recipient = object.value(recipientKey);
    if (action == chatAction && message.isString())
        return {Outgoing::Form::Chat, message.toString(), {}, frame};
    if (action == sendAction && message.isString() && recipient.isString())
        return {Outgoing::Form::Direct, message.toString(), recipient.toString(), frame};
    if (action == sendAction && object.value(dataKey).isString() && recipient.isUndefined())
        return {Outgoing::Form::Broadcast, object.value(dataKey).toString(), {}, frame};
    return {Outgoing::Form::Raw, frame, {}, frame};
}

bool wantsEcho(const Outgoing &line, const QString &heartbeatText)
{
    const bool isHeartbeat = line.text == ping || line.text == heartbeatText;
    return line.form != Outgoing::Form::Raw && !(line.form == Outgoing::Form::Chat && isHeartbeat);
}

QString heartbeatFrame(const QString &route, const QString &text)
{
    return toFrame({{actionKey, route}, {messageKey, text}});
}

} // namespace Greenroom::Dialect

// SPDX-License-Identifier: MIT
#include "integrations/TutorialChat.h"

#include "common/Timestamp.h"
#include "gateway/PostToConnection.h"
#include "gateway/RouteKeys.h"
#include "integrations/PostErrors.h"
#include "integrations/WellFormed.h"
#include "json/StrictJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr QLatin1String sendRoute("sendmessage");

/// As JavaScript's `JSON.stringify` writes what the SDK returns; its members happen to be in the order of the
/// alphabet, which is Qt's.
QByteArray infoText(const ConnectionDetails &details, const QString &connectionId)
{
    const QJsonObject identity{
        {QStringLiteral("SourceIp"), details.sourceIp},
        {QStringLiteral("UserAgent"),
         details.userAgent.isEmpty() ? QJsonValue() : QJsonValue(details.userAgent)},
    };
    const QJsonObject info{
        {QStringLiteral("ConnectedAt"), toMillisecondStamp(details.connectedAt)},
        {QStringLiteral("Identity"), identity},
        {QStringLiteral("LastActiveAt"), toMillisecondStamp(details.lastActiveAt)},
        {QStringLiteral("connectionID"), connectionId},
    };
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

} // namespace

TutorialChat::TutorialChat(Tables &tables, PostToConnection &post) : m_connections(tables), m_post(post) {}

QStringList TutorialChat::routeKeys()
{
    return {RouteKeys::connect, RouteKeys::disconnect, RouteKeys::fallback, sendRoute};
}

void TutorialChat::invoke(const ProxyEvent &event, Reply reply)
{
    if (event.type == ProxyEvent::Type::Connect)
        m_connections.put(event, reply);
    else if (event.type == ProxyEvent::Type::Disconnect)
        m_connections.remove(event, reply);
    else if (event.routeKey == sendRoute)
        send(event, reply);
    else
        explain(event, reply);
}

void TutorialChat::afterConnect(const QString &connectionId)
{
    m_connections.ensure(connectionId);
}

void TutorialChat::send(const ProxyEvent &event, const Reply &reply)
{
    const auto body = StrictJson::parse(event.body, StrictJson::Dialect::JavaScript);
    // Reading a member of null is an error in JavaScript, and of anything else it is none.
    if (!body || body->type() == JsonTree::Type::Null) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("SyntaxError: the body is no JSON")}));
        return;
    }
    const JsonTree *message = body->member(u"message");
    // The deployed function only logs what the SDK says of a post without a text.
    if (message != nullptr && message->isText())
        sendToOthers(event.connectionId, wellFormed(message->text()).toUtf8());
    reply(ProxyResponse{});
}

void TutorialChat::sendToOthers(const QString &senderId, const QByteArray &text)
{
    QStringList others = m_connections.all();
    others.removeOne(senderId);
    m_post.postToAll(others, text);
}

void TutorialChat::explain(const ProxyEvent &event, const Reply &reply)
{
    const auto details = m_post.details(event.connectionId);
    if (!details) {
        reply(tl::unexpected(IntegrationFailure{QStringLiteral("GoneException")}));
        return;
    }
    const auto status =
        m_post.post(event.connectionId, "Use the sendmessage route to send a message. Your info:"
                                            + infoText(*details, event.connectionId));
    if (status == PostToConnection::Status::Ok)
        reply(ProxyResponse{});
    else
        reply(tl::unexpected(IntegrationFailure{PostErrors::ofJavaScript(status)}));
}

} // namespace Greenroom

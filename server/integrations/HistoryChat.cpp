// SPDX-License-Identifier: MIT
#include "integrations/HistoryChat.h"

#include "common/Timestamp.h"
#include "gateway/PostToConnection.h"
#include "gateway/RouteKeys.h"
#include "integrations/PostErrors.h"
#include "integrations/PythonJson.h"
#include "integrations/PythonNumber.h"
#include "integrations/PythonText.h"
#include "integrations/StoredText.h"
#include "tables/Tables.h"
#include "json/StrictJson.h"

namespace Greenroom {

namespace {

constexpr int ok = 200;
constexpr int badRequest = 400;
constexpr int serverError = 500;

constexpr QLatin1String sendRoute("sendmessage");
constexpr QLatin1String messageName("message");

QByteArray messageFrame(const QString &message)
{
    return PythonJson::object({{messageName, PythonJson::string(message)}});
}

/// What Python takes for false: "", 0, false, null, [] and {}.
bool isFalsy(const JsonTree &value)
{
    switch (value.type()) {
    case JsonTree::Type::Boolean:
        return value.text() == QLatin1String("false");
    case JsonTree::Type::Number:
        return PythonNumber::isZero(value.text());
    case JsonTree::Type::Text:
        return value.text().isEmpty();
    case JsonTree::Type::Array:
    case JsonTree::Type::Object:
        return value.items().empty();
    case JsonTree::Type::Null:
        break;
    }
    return true;
}

bool isPing(const JsonTree &message)
{
    return message.isText() && message.text() == QLatin1String("ping");
}

} // namespace

HistoryChat::HistoryChat(Tables &tables, PostToConnection &post, const Clock &clock, IdMint &ids)
    : m_tables(tables), m_post(post), m_clock(clock), m_ids(ids)
{
}

QStringList HistoryChat::routeKeys()
{
    return {RouteKeys::connect, RouteKeys::disconnect, RouteKeys::fallback, sendRoute};
}

void HistoryChat::invoke(const ProxyEvent &event, Reply reply)
{
    if (event.type == ProxyEvent::Type::Connect)
        join(event, reply);
    else if (event.type == ProxyEvent::Type::Disconnect)
        leave(event, reply);
    else if (event.routeKey == sendRoute)
        say(event, reply);
    else
        explain(event, reply);
}

void HistoryChat::join(const ProxyEvent &event, const Reply &reply)
{
    const SessionRow row{event.connectionId, event.sourceIp, toStamp(m_clock.wallTime())};
    m_tables.openSession(row, [this, id = event.connectionId, reply](const Result<void> &stored) {
        if (!stored) {
            reply(ProxyResponse{serverError, "Internal server error"});
            return;
        }
        notifyOthers(id, QStringLiteral("A new user has joined the chat - ") + id);
        reply(ProxyResponse{ok, "Connected successfully"});
    });
}

void HistoryChat::leave(const ProxyEvent &event, const Reply &reply)
{
    const QString now = toStamp(m_clock.wallTime());
    m_tables.closeSession(event.connectionId, now,
                          [this, id = event.connectionId, reply](const Result<void> &stored) {
                              // The others are told even if the row could not be written: it is true.
                              notifyOthers(id, QStringLiteral("User %1 has left the chat.").arg(id));
                              if (stored)
                                  reply(ProxyResponse{});
                              else
                                  reply(tl::unexpected(IntegrationFailure{stored.error().message}));
                          });
}

void HistoryChat::say(const ProxyEvent &event, const Reply &reply)
{
    const auto body = StrictJson::parse(event.body, StrictJson::Dialect::Python);
    // Route selection is less strict than Python.
    if (!body || body->type() != JsonTree::Type::Object) {
        reply(tl::unexpected(
            IntegrationFailure{QStringLiteral("JSONDecodeError: the body is no JSON object")}));
        return;
    }
    const JsonTree *message = body->member(messageName);
    if (message == nullptr || isFalsy(*message))
        reply(ProxyResponse{badRequest, "Message cannot be empty"});
    else if (isPing(*message))
        reply(ProxyResponse{ok, messageFrame(QStringLiteral("pong"))});
    else
        tell(event.connectionId, *message, reply);
}

void HistoryChat::tell(const QString &connectionId, const JsonTree &message, const Reply &reply)
{
    const QString now = toStamp(m_clock.wallTime());
    const MessageRow row{m_ids.uuid(), connectionId, storedText(message), now};
    const QString line = u'[' + now + QStringLiteral(" - UTC]\n ") + connectionId + QStringLiteral("  ")
                         + PythonText::str(message) + u'\n';
    m_tables.putMessage(row, [this, line, reply](const Result<void> &stored) {
        // Unlike the deployed function: what is not kept is not said either.
        if (stored)
            reply(ProxyResponse{ok, broadcast(line)});
        else
            reply(tl::unexpected(IntegrationFailure{stored.error().message}));
    });
}

void HistoryChat::explain(const ProxyEvent &event, const Reply &reply)
{
    const QString hint =
        QStringLiteral("The requested action is not recognized. Please check your WebSocket commands.");
    m_post.post(event.connectionId,
                PythonJson::object({
                    {QStringLiteral("error"), PythonJson::string(QStringLiteral("Invalid request"))},
                    {messageName, PythonJson::string(hint)},
                }));
    reply(ProxyResponse{});
}

void HistoryChat::notifyOthers(const QString &connectionId, const QString &notice)
{
    QStringList others = m_tables.activeConnections();
    others.removeOne(connectionId);
    m_post.postToAll(others, messageFrame(notice));
}

/// Returns what the function returns: its receipt.
QByteArray HistoryChat::broadcast(const QString &line)
{
    QList<QByteArray> errors;
    const auto failures = m_post.postToAll(m_tables.activeConnections(), messageFrame(line));
    for (const auto &failure : failures)
        errors.append(
            PythonJson::string(QStringLiteral("Failed to send message to %1: %2")
                                   .arg(failure.connectionId, PostErrors::ofPython(failure.status))));
    const QString status = errors.isEmpty() ? QStringLiteral("Message broadcast completed")
                                            : QStringLiteral("Message broadcast with errors");
    return PythonJson::object({
        {QStringLiteral("status"), PythonJson::string(status)},
        {QStringLiteral("errors"), PythonJson::array(errors)},
    });
}

} // namespace Greenroom

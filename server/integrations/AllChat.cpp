// SPDX-License-Identifier: MIT
#include "integrations/AllChat.h"

#include "common/Timestamp.h"
#include "gateway/PostToConnection.h"
#include "integrations/DirectChat.h"
#include "integrations/DirectMessage.h"
#include "integrations/PostErrors.h"
#include "integrations/StoredText.h"
#include "integrations/WellFormed.h"
#include "tables/Tables.h"
#include "json/StrictJson.h"

namespace Greenroom {

namespace {

constexpr int ok = 200;
constexpr int serverError = 500;
constexpr QLatin1String sendRoute("sendMessage");

} // namespace

AllChat::AllChat(Tables &tables, PostToConnection &post, const Clock &clock, IdMint &ids)
    : m_history(tables, post, clock, ids), m_tables(tables), m_post(post), m_clock(clock), m_ids(ids)
{
}

QStringList AllChat::routeKeys()
{
    return HistoryChat::routeKeys() + QStringList{sendRoute};
}

void AllChat::invoke(const ProxyEvent &event, Reply reply)
{
    if (event.type == ProxyEvent::Type::Message && event.routeKey == sendRoute)
        send(event, reply);
    else
        m_history.invoke(event, std::move(reply));
}

void AllChat::afterConnect(const QString &connectionId)
{
    DirectChat::introduce(m_post, connectionId);
}

void AllChat::send(const ProxyEvent &event, const Reply &reply)
{
    // As the broadcast chat reads it; the direct chat reads it its own way.
    const auto body = StrictJson::parse(event.body, StrictJson::Dialect::JavaScript);
    const JsonTree *data = body ? body->member(u"data") : nullptr;
    if (data != nullptr && data->isText() && body->member(u"recipient_id") == nullptr)
        sendToAll(event, wellFormed(data->text()), reply);
    else
        sendToOne(event, reply);
}

void AllChat::sendToOne(const ProxyEvent &event, const Reply &reply)
{
    const auto message = DirectMessage::read(event);
    if (!message) {
        reply(tl::unexpected(message.error()));
        return;
    }
    keep(event, storedText(message->message), reply,
         [this, message = *message] { return message.deliver(m_post); });
}

void AllChat::sendToAll(const ProxyEvent &event, const QString &text, const Reply &reply)
{
    keep(event, text, reply, [this, text]() -> IntegrationResult { return broadcast(text.toUtf8()); });
}

/// Unlike the broadcast chat it leaves the table alone: `$disconnect` sees to that here.
ProxyResponse AllChat::broadcast(const QByteArray &text)
{
    ProxyResponse response{ok, "Data sent."};
    const auto failures = m_post.postToAll(m_tables.activeConnections(), text);
    for (const auto &failure : failures) {
        if (failure.status != PostToConnection::Status::Gone && response.statusCode == ok)
            response = {serverError, PostErrors::ofJavaScript(failure.status).toUtf8()};
    }
    return response;
}

void AllChat::keep(const ProxyEvent &event, const QString &text, const Reply &reply,
                   std::function<IntegrationResult()> speak)
{
    const MessageRow row{m_ids.uuid(), event.connectionId, text, toStamp(m_clock.wallTime())};
    m_tables.putMessage(row, [reply, speak = std::move(speak)](const Result<void> &stored) {
        if (stored)
            reply(speak());
        else
            reply(tl::unexpected(IntegrationFailure{stored.error().message}));
    });
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "integrations/HistoryChat.h"

#include "support/FakeClock.h"
#include "support/FakePost.h"
#include "support/FakeTables.h"

#include <QTest>
#include <QUuid>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1String ana("eHrdFcnvvHcCE-w=");
constexpr QLatin1String ben("eHrjDEuVPHcFWMg=");
constexpr QLatin1String eve("eHrkAAAAAAACAAA=");

ProxyEvent messageEvent(const QString &body, const QString &routeKey = QStringLiteral("sendmessage"))
{
    ProxyEvent event;
    event.routeKey = routeKey;
    event.connectionId = ana;
    event.body = body;
    return event;
}

ProxyEvent lifeEvent(ProxyEvent::Type type)
{
    ProxyEvent event;
    event.type = type;
    event.connectionId = ana;
    event.sourceIp = QStringLiteral("192.0.2.1");
    return event;
}

} // namespace

class TestHistoryChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aNewcomerIsStoredThenAnnounced();
    void aNewcomerThatCannotBeStoredIsTurnedAway();
    void aMessageIsStoredThenSentToEverybody();
    void aMessageThatCannotBeStoredReachesNobody();
    void whoIsNotReachedIsInTheReceipt_data();
    void whoIsNotReachedIsInTheReceipt();
    void messagesAreAnsweredWithoutBeingStored_data();
    void messagesAreAnsweredWithoutBeingStored();
    void halfACharacterIsSaidAndItsReplacementStored();
    void whatPythonDoesNotReadFails_data();
    void whatPythonDoesNotReadFails();
    void otherMessagesAreSaidAsText_data();
    void otherMessagesAreSaidAsText();
    void anythingElseIsExplainedToItsSender();
    void aLeaverIsStoredThenAnnounced();
    void aLeaverThatCannotBeStoredIsAnnouncedAllTheSame();

private:
    void invoke(const ProxyEvent &event);

    Test::FakeClock m_clock;
    IdMint m_ids{m_clock};
    std::unique_ptr<Test::FakeTables> m_tables;
    std::unique_ptr<Test::FakePost> m_post;
    std::unique_ptr<HistoryChat> m_chat;
    QList<IntegrationResult> m_replies;
};

void TestHistoryChat::init()
{
    m_clock.setWallTime(Test::FakeClock().wallTime());
    m_tables = std::make_unique<Test::FakeTables>();
    m_tables->active = {ana, ben, eve};
    m_post = std::make_unique<Test::FakePost>();
    m_chat = std::make_unique<HistoryChat>(*m_tables, *m_post, m_clock, m_ids);
    m_replies.clear();
}

void TestHistoryChat::invoke(const ProxyEvent &event)
{
    m_chat->invoke(event, [this](const IntegrationResult &result) { m_replies.append(result); });
}

void TestHistoryChat::aNewcomerIsStoredThenAnnounced()
{
    m_tables->active = {ben};
    invoke(lifeEvent(ProxyEvent::Type::Connect));
    QCOMPARE(m_tables->opened.size(), 1);
    QCOMPARE(m_tables->opened.at(0).connectionId, ana);
    QCOMPARE(m_tables->opened.at(0).sourceIp, QStringLiteral("192.0.2.1"));
    QCOMPARE(m_tables->opened.at(0).connectedAt, QStringLiteral("2026-01-31T12:00:00Z"));
    QVERIFY(m_post->posts.isEmpty());
    QVERIFY(m_replies.isEmpty());

    m_tables->succeed();
    QCOMPARE(m_post->posts.size(), 1);
    QCOMPARE(m_post->posts.at(0).first, ben);
    QCOMPARE(m_post->posts.at(0).second,
             QByteArray(R"({"message": "A new user has joined the chat - eHrdFcnvvHcCE-w="})"));
    QCOMPARE(m_replies.size(), 1);
    QCOMPARE(m_replies.at(0)->statusCode, 200);
}

void TestHistoryChat::aNewcomerThatCannotBeStoredIsTurnedAway()
{
    invoke(lifeEvent(ProxyEvent::Type::Connect));
    m_tables->fail();
    QVERIFY(m_post->posts.isEmpty());
    QCOMPARE(m_replies.at(0)->statusCode, 500);
}

void TestHistoryChat::aMessageIsStoredThenSentToEverybody()
{
    invoke(messageEvent(QStringLiteral(R"({"action":"sendmessage","message":" Olá "})")));
    QCOMPARE(m_tables->messages.size(), 1);
    const MessageRow row = m_tables->messages.at(0);
    QCOMPARE(row.connectionId, ana);
    QCOMPARE(row.message, QStringLiteral(" Olá "));
    QCOMPARE(row.timestamp, QStringLiteral("2026-01-31T12:00:00Z"));
    QCOMPARE(QUuid(row.messageId).version(), QUuid::Random);
    QVERIFY(m_post->posts.isEmpty());
    QVERIFY(m_replies.isEmpty());

    m_clock.advance(5s);
    m_tables->succeed();
    const QByteArray frame =
        R"({"message": "[2026-01-31T12:00:00Z - UTC]\n eHrdFcnvvHcCE-w=   Ol\u00e1 \n"})";
    const QList<std::pair<QString, QByteArray>> posts{{ana, frame}, {ben, frame}, {eve, frame}};
    QCOMPARE(m_post->posts, posts);
    QCOMPARE(m_replies.at(0)->statusCode, 200);
    QCOMPARE(m_replies.at(0)->body, QByteArray(R"({"status": "Message broadcast completed", "errors": []})"));
}

void TestHistoryChat::aMessageThatCannotBeStoredReachesNobody()
{
    invoke(messageEvent(QStringLiteral(R"({"message":"hi"})")));
    m_tables->fail();
    QVERIFY(m_post->posts.isEmpty());
    QVERIFY(!m_replies.at(0).has_value());
}

void TestHistoryChat::whoIsNotReachedIsInTheReceipt_data()
{
    QTest::addColumn<PostToConnection::Status>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("someone who is gone")
        << PostToConnection::Status::Gone
        << QByteArray("(GoneException) when calling the PostToConnection operation: ");
    QTest::newRow("everybody, where the text is too large")
        << PostToConnection::Status::TooLarge
        << QByteArray(
               "(PayloadTooLargeException) when calling the PostToConnection operation: Payload too large");
    QTest::newRow("someone who does not read")
        << PostToConnection::Status::LimitExceeded
        << QByteArray("(LimitExceededException) when calling the PostToConnection operation "
                      "(reached max retries: 4): Too Many Requests");
}

void TestHistoryChat::whoIsNotReachedIsInTheReceipt()
{
    QFETCH(const PostToConnection::Status, status);
    QFETCH(const QByteArray, error);
    m_post->refusing.insert(ben, status);
    invoke(messageEvent(QStringLiteral(R"({"message":"hi"})")));
    m_tables->succeed();
    QCOMPARE(m_post->posts.size(), 2);
    QCOMPARE(m_replies.at(0)->statusCode, 200);
    QCOMPARE(m_replies.at(0)->body, R"({"status": "Message broadcast with errors", "errors": [)"
                                    R"("Failed to send message to eHrjDEuVPHcFWMg=: An error occurred )"
                                        + error + "\"]}");
}

void TestHistoryChat::messagesAreAnsweredWithoutBeingStored_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray empty("Message cannot be empty");
    QTest::newRow("a ping") << R"({"message":"ping"})" << 200 << QByteArray(R"({"message": "pong"})");
    QTest::newRow("no message") << R"({"action":"sendmessage"})" << 400 << empty;
    QTest::newRow("an empty text") << R"({"message":""})" << 400 << empty;
    QTest::newRow("null") << R"({"message":null})" << 400 << empty;
    QTest::newRow("zero") << R"({"message":0})" << 400 << empty;
    QTest::newRow("zero as a float") << R"({"message":-0.0})" << 400 << empty;
    QTest::newRow("too small a float") << R"({"message":1e-400})" << 400 << empty;
    QTest::newRow("false") << R"({"message":false})" << 400 << empty;
    QTest::newRow("an empty list") << R"({"message":[]})" << 400 << empty;
    QTest::newRow("an empty object") << R"({"message":{}})" << 400 << empty;
}

void TestHistoryChat::messagesAreAnsweredWithoutBeingStored()
{
    QFETCH(const QString, body);
    invoke(messageEvent(body));
    QVERIFY(m_tables->messages.isEmpty());
    QVERIFY(m_post->posts.isEmpty());
    QTEST(m_replies.at(0)->statusCode, "status");
    QTEST(m_replies.at(0)->body, "answer");
}

void TestHistoryChat::halfACharacterIsSaidAndItsReplacementStored()
{
    invoke(messageEvent(QStringLiteral(R"({"message":"a\ud800b"})")));
    QCOMPARE(m_tables->messages.at(0).message, QStringLiteral("a\ufffdb"));
    m_tables->succeed();
    const QByteArray end = R"(  a\ud800b\n"})";
    QVERIFY(m_post->posts.at(0).second.endsWith(end));
}

void TestHistoryChat::whatPythonDoesNotReadFails_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("no JSON") << "hello";
    QTest::newRow("a list") << R"(["message"])";
    QTest::newRow("a name without quotes") << R"({message:"hi"})";
    QTest::newRow("a line end in the message") << "{\"message\":\"a\nb\"}";
    QTest::newRow("an unknown escape") << R"({"message":"\x41"})";
    QTest::newRow("half a number") << R"({"message":.5})";
}

void TestHistoryChat::whatPythonDoesNotReadFails()
{
    QFETCH(const QString, body);
    invoke(messageEvent(body));
    QVERIFY(!m_replies.at(0).has_value());
    QVERIFY(m_tables->messages.isEmpty());
    QVERIFY(m_post->posts.isEmpty());
}

void TestHistoryChat::otherMessagesAreSaidAsText_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *message, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(message) << QString::fromUtf8(text);
    };
    row("Ping is no ping", R"("Ping")", "Ping");
    row("a space is no empty text", R"(" ")", " ");
    row("a number", "7", "7");
    row("true", "true", "True");
    row("a list", R"(["a",1])", "['a', 1]");
    row("an object", R"({"a":1})", "{'a': 1}");
    row("a float", "1e5", "100000.0");
    row("a number beyond all floats", "1e400", "inf");
    row("no number", "NaN", "nan");
}

void TestHistoryChat::otherMessagesAreSaidAsText()
{
    QFETCH(const QString, message);
    invoke(messageEvent(QStringLiteral("{\"message\":%1}").arg(message)));
    QCOMPARE(m_tables->messages.size(), 1);
    QTEST(m_tables->messages.at(0).message, "text");
    m_tables->succeed();
    QFETCH(const QString, text);
    QVERIFY(m_post->posts.at(0).second.endsWith("  " + text.toUtf8() + "\\n\"}"));
}

void TestHistoryChat::anythingElseIsExplainedToItsSender()
{
    invoke(messageEvent(QStringLiteral("hello"), QStringLiteral("$default")));
    QCOMPARE(m_post->posts.size(), 1);
    QCOMPARE(m_post->posts.at(0).first, ana);
    QCOMPARE(m_post->posts.at(0).second,
             QByteArray(R"({"error": "Invalid request", "message": "The requested action is not recognized. )"
                        R"(Please check your WebSocket commands."})"));
    QCOMPARE(m_replies.at(0)->statusCode, 200);
}

void TestHistoryChat::aLeaverIsStoredThenAnnounced()
{
    invoke(lifeEvent(ProxyEvent::Type::Disconnect));
    QCOMPARE(m_tables->closed.at(0).connectionId, ana);
    QCOMPARE(m_tables->closed.at(0).disconnectedAt, QStringLiteral("2026-01-31T12:00:00Z"));
    QVERIFY(m_post->posts.isEmpty());
    m_tables->succeed();
    const QByteArray frame = R"({"message": "User eHrdFcnvvHcCE-w= has left the chat."})";
    const QList<std::pair<QString, QByteArray>> posts{{ben, frame}, {eve, frame}};
    QCOMPARE(m_post->posts, posts);
    QVERIFY(m_replies.at(0).has_value());
}

void TestHistoryChat::aLeaverThatCannotBeStoredIsAnnouncedAllTheSame()
{
    invoke(lifeEvent(ProxyEvent::Type::Disconnect));
    m_tables->fail();
    QCOMPARE(m_post->posts.size(), 2);
    QVERIFY(!m_replies.at(0).has_value());
}

QTEST_APPLESS_MAIN(TestHistoryChat)
#include "tst_historychat.moc"

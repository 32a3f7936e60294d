// SPDX-License-Identifier: MIT
#include "integrations/AllChat.h"

#include "support/ChatBench.h"

#include <QTest>
#include <QUuid>

using namespace Greenroom;
using Test::ana;
using Test::ben;
using Test::eve;
using Test::Posts;

class TestAllChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itHasTheRoutesOfEveryChat();
    void aNewcomerIsAnnouncedThenToldItsId();
    void theHistoryChatIsThere();
    void aDirectMessageIsStoredThenDelivered();
    void aDirectMessageThatCannotBeStoredReachesNobody();
    void anUnknownRecipientFailsAfterTheSendersCopy();
    void aBroadcastIsStoredThenSentToEverybody();
    void aBroadcastLeavesTheTableAlone();
    void anotherErrorIsReturnedOnceEverybodyHasTheirs();
    void whatIsNoCharacterIsReplaced();
    void aRecipientMakesItDirect();
    void neitherFailsBeforeAnythingIsStored_data();
    void neitherFailsBeforeAnythingIsStored();
    void aLeaverIsAnnounced();

private:
    std::unique_ptr<Test::ChatBench> m_bench;
};

void TestAllChat::init()
{
    m_bench = std::make_unique<Test::ChatBench>();
    m_bench->chat = std::make_unique<AllChat>(m_bench->tables, m_bench->post, m_bench->clock, m_bench->ids);
}

void TestAllChat::itHasTheRoutesOfEveryChat()
{
    QCOMPARE(AllChat::routeKeys(), (QStringList{QStringLiteral("$connect"), QStringLiteral("$disconnect"),
                                                QStringLiteral("$default"), QStringLiteral("sendmessage"),
                                                QStringLiteral("sendMessage")}));
}

void TestAllChat::aNewcomerIsAnnouncedThenToldItsId()
{
    m_bench->tables.active = {ben};
    m_bench->connectAna();
    m_bench->tables.succeed();
    m_bench->chat->afterConnect(ana);
    QCOMPARE(m_bench->post.posts,
             (Posts{{ben, R"({"message": "A new user has joined the chat - eHrdFcnvvHcCE-w="})"},
                    {ana, R"({"connection_id": "eHrdFcnvvHcCE-w="})"}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestAllChat::theHistoryChatIsThere()
{
    m_bench->say("sendmessage", QStringLiteral(R"({"action":"sendmessage","message":"hi"})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->post.posts.size(), 3);
    QVERIFY(m_bench->post.posts.at(0).second.startsWith("{\"message\": \"[2026-01-31T12:00:00Z - UTC]"));
    m_bench->say("$default", QStringLiteral("hello"));
    QVERIFY(m_bench->post.posts.at(3).second.startsWith("{\"error\": \"Invalid request\""));
}

void TestAllChat::aDirectMessageIsStoredThenDelivered()
{
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"Olá","recipient_id":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(m_bench->tables.messages.size(), 1);
    const MessageRow row = m_bench->tables.messages.at(0);
    QCOMPARE(row.connectionId, ana);
    QCOMPARE(row.message, QStringLiteral("Olá"));
    QCOMPARE(row.timestamp, QStringLiteral("2026-01-31T12:00:00Z"));
    QCOMPARE(QUuid(row.messageId).version(), QUuid::Random);
    QVERIFY(m_bench->post.posts.isEmpty());

    m_bench->tables.succeed();
    const QByteArray frame = R"({"message": "Ol\u00e1", "sender_id": "eHrdFcnvvHcCE-w=", )"
                             R"("recipient_id": "eHrjDEuVPHcFWMg="})";
    QCOMPARE(m_bench->post.posts, (Posts{{ana, frame}, {ben, frame}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestAllChat::aDirectMessageThatCannotBeStoredReachesNobody()
{
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    m_bench->tables.fail();
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestAllChat::anUnknownRecipientFailsAfterTheSendersCopy()
{
    m_bench->post.gone = QStringList{ben};
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->post.posts.size(), 1);
    QCOMPARE(m_bench->post.posts.at(0).first, ana);
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestAllChat::aBroadcastIsStoredThenSentToEverybody()
{
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"Ground Control to Major Tom"})"));
    QCOMPARE(m_bench->tables.messages.at(0).message, QStringLiteral("Ground Control to Major Tom"));
    QVERIFY(m_bench->post.posts.isEmpty());
    m_bench->tables.succeed();
    const QByteArray text("Ground Control to Major Tom");
    QCOMPARE(m_bench->post.posts, (Posts{{ana, text}, {ben, text}, {eve, text}}));
    QCOMPARE(m_bench->replies.at(0)->body, QByteArray("Data sent."));
}

void TestAllChat::aBroadcastLeavesTheTableAlone()
{
    m_bench->post.gone = QStringList{ben};
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"hi"})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->post.posts, (Posts{{ana, "hi"}, {eve, "hi"}}));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, eve}));
}

void TestAllChat::anotherErrorIsReturnedOnceEverybodyHasTheirs()
{
    m_bench->post.refusing.insert(ben, PostToConnection::Status::LimitExceeded);
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"hi"})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->post.posts, (Posts{{ana, "hi"}, {eve, "hi"}}));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, eve}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 500);
    QCOMPARE(m_bench->replies.at(0)->body, QByteArray("LimitExceededException: Too Many Requests"));
}

void TestAllChat::whatIsNoCharacterIsReplaced()
{
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"a\ud800"})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->tables.messages.at(0).message, QStringLiteral("a\ufffd"));
    QCOMPARE(m_bench->post.posts.at(0).second, QStringLiteral("a\ufffd").toUtf8());
}

void TestAllChat::aRecipientMakesItDirect()
{
    m_bench->say("sendMessage",
                 QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg=","data":"all"})"));
    m_bench->tables.succeed();
    QCOMPARE(m_bench->post.posts.size(), 2);
}

void TestAllChat::neitherFailsBeforeAnythingIsStored_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("no recipient and no data") << R"({"action":"sendMessage","message":"hi"})";
    QTest::newRow("a recipient without a message") << R"({"recipient_id":"eHrjDEuVPHcFWMg="})";
    QTest::newRow("data that is no text") << R"({"data":7})";
}

void TestAllChat::neitherFailsBeforeAnythingIsStored()
{
    QFETCH(const QString, body);
    m_bench->say("sendMessage", body);
    QVERIFY(m_bench->tables.messages.isEmpty());
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestAllChat::aLeaverIsAnnounced()
{
    m_bench->disconnectAna();
    m_bench->tables.succeed();
    const QByteArray frame = R"({"message": "User eHrdFcnvvHcCE-w= has left the chat."})";
    QCOMPARE(m_bench->post.posts, (Posts{{ben, frame}, {eve, frame}}));
}

QTEST_APPLESS_MAIN(TestAllChat)
#include "tst_allchat.moc"

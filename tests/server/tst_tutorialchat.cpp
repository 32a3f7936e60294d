// SPDX-License-Identifier: MIT
#include "integrations/TutorialChat.h"

#include "support/ChatBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::ana;
using Test::ben;
using Test::eve;
using Test::Posts;

class TestTutorialChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aNewcomerIsStoredAndHearsNothing();
    void aLeaverIsDeletedAndNobodyTold();
    void aLeaverThatCannotBeDeletedFails();
    void theBareTextGoesToAllOthers();
    void whatIsNoCharacterIsReplaced();
    void whoIsGoneStaysInTheTable();
    void withoutATextNothingIsSent_data();
    void withoutATextNothingIsSent();
    void aBodyThatIsNoJsonFails_data();
    void aBodyThatIsNoJsonFails();
    void anythingElseIsAnsweredByTheConnectionsInfo_data();
    void anythingElseIsAnsweredByTheConnectionsInfo();
    void whoHasLeftGetsNoInfo();
    void infoThatCannotBePostedFails();

private:
    std::unique_ptr<Test::ChatBench> m_bench;
};

void TestTutorialChat::init()
{
    m_bench = std::make_unique<Test::ChatBench>();
    m_bench->chat = std::make_unique<TutorialChat>(m_bench->tables, m_bench->post);
}

void TestTutorialChat::aNewcomerIsStoredAndHearsNothing()
{
    m_bench->tables.active = {ben};
    m_bench->connectAna();
    m_bench->tables.succeed();
    m_bench->chat->afterConnect(ana);
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    QCOMPARE(m_bench->tables.active, (QStringList{ben, ana}));
    QVERIFY(m_bench->tables.opened.isEmpty());
    QVERIFY(m_bench->post.posts.isEmpty());
}

void TestTutorialChat::aLeaverIsDeletedAndNobodyTold()
{
    m_bench->disconnectAna();
    m_bench->tables.succeed();
    QCOMPARE(m_bench->tables.active, (QStringList{ben, eve}));
    QVERIFY(m_bench->replies.at(0).has_value());
    QVERIFY(m_bench->post.posts.isEmpty());
}

void TestTutorialChat::aLeaverThatCannotBeDeletedFails()
{
    m_bench->disconnectAna();
    m_bench->tables.fail();
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestTutorialChat::theBareTextGoesToAllOthers()
{
    m_bench->say("sendmessage", QStringLiteral(R"({"action":"sendmessage","message":"Olá, everyone!"})"));
    QCOMPARE(m_bench->post.posts, (Posts{{ben, "Olá, everyone!"}, {eve, "Olá, everyone!"}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    QVERIFY(m_bench->tables.messages.isEmpty());
}

void TestTutorialChat::whatIsNoCharacterIsReplaced()
{
    m_bench->say("sendmessage", QStringLiteral(R"({"n":1e400,"message":"\ufeffa\ud800b"})"));
    QCOMPARE(m_bench->post.posts.at(0).second, QByteArray("\xef\xbb\xbf"
                                                          "a"
                                                          "\xef\xbf\xbd"
                                                          "b"));
}

void TestTutorialChat::whoIsGoneStaysInTheTable()
{
    m_bench->post.gone = QStringList{ben};
    m_bench->say("sendmessage", QStringLiteral(R"({"message":"hi"})"));
    QCOMPARE(m_bench->post.posts, (Posts{{eve, "hi"}}));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, eve}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestTutorialChat::withoutATextNothingIsSent_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("no message") << R"({"action":"sendmessage"})";
    QTest::newRow("null") << R"({"message":null})";
    QTest::newRow("a number") << R"({"message":7})";
}

void TestTutorialChat::withoutATextNothingIsSent()
{
    QFETCH(const QString, body);
    m_bench->say("sendmessage", body);
    QVERIFY(m_bench->post.posts.isEmpty());
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestTutorialChat::aBodyThatIsNoJsonFails_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("a word") << "hello";
    QTest::newRow("null, which has no members") << "null";
    QTest::newRow("a tab in the text") << "{\"message\":\"a\tb\"}";
    QTest::newRow("an unknown escape") << R"({"message":"\q"})";
    QTest::newRow("what Python alone takes for a number") << R"({"message":"hi","n":NaN})";
}

void TestTutorialChat::aBodyThatIsNoJsonFails()
{
    QFETCH(const QString, body);
    m_bench->say("sendmessage", body);
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestTutorialChat::anythingElseIsAnsweredByTheConnectionsInfo_data()
{
    QTest::addColumn<QString>("userAgent");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("a client without a name") << "" << QByteArray("null");
    QTest::newRow("a browser") << "a \"browser\" 5.0" << QByteArray(R"("a \"browser\" 5.0")");
}

void TestTutorialChat::anythingElseIsAnsweredByTheConnectionsInfo()
{
    QFETCH(const QString, userAgent);
    QFETCH(const QByteArray, written);
    const WallTime connectedAt = m_bench->clock.wallTime();
    m_bench->post.known.insert(
        ana, ConnectionDetails{connectedAt, connectedAt + 1250ms, QStringLiteral("192.0.2.1"), userAgent});
    m_bench->say("$default", QStringLiteral("hello"));
    const QByteArray info =
        R"(Use the sendmessage route to send a message. Your info:{"ConnectedAt":"2026-01-31T12:00:00.000Z",)"
        R"("Identity":{"SourceIp":"192.0.2.1","UserAgent":)"
        + written + R"(},"LastActiveAt":"2026-01-31T12:00:01.250Z","connectionID":"eHrdFcnvvHcCE-w="})";
    QCOMPARE(m_bench->post.posts, (Posts{{ana, info}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestTutorialChat::whoHasLeftGetsNoInfo()
{
    m_bench->say("$default", QStringLiteral("hello"));
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestTutorialChat::infoThatCannotBePostedFails()
{
    m_bench->post.known.insert(ana, {});
    m_bench->post.refusing.insert(ana, PostToConnection::Status::LimitExceeded);
    m_bench->say("$default", QStringLiteral("hello"));
    QVERIFY(!m_bench->replies.at(0).has_value());
}

QTEST_APPLESS_MAIN(TestTutorialChat)
#include "tst_tutorialchat.moc"

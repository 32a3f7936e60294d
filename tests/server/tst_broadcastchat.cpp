// SPDX-License-Identifier: MIT
#include "integrations/BroadcastChat.h"

#include "support/ChatBench.h"

#include <QTest>

using namespace Greenroom;
using Test::ana;
using Test::ben;
using Test::eve;
using Test::Posts;

class TestBroadcastChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aNewcomerIsStoredAndHearsNothing();
    void aNewcomerThatCannotBeStoredIsTurnedAway();
    void aNewcomerFoundGoneTooEarlyIsPutAgain();
    void theBareTextGoesToEverybody_data();
    void theBareTextGoesToEverybody();
    void whoIsGoneLeavesTheTableAndTheRestGetTheirs();
    void anotherErrorIsReturnedOnceEverybodyHasTheirs();
    void withoutATextNothingIsSent_data();
    void withoutATextNothingIsSent();
    void aBodyThatIsNoJsonFails_data();
    void aBodyThatIsNoJsonFails();

private:
    std::unique_ptr<Test::ChatBench> m_bench;
};

void TestBroadcastChat::init()
{
    m_bench = std::make_unique<Test::ChatBench>();
    m_bench->chat = std::make_unique<BroadcastChat>(m_bench->tables, m_bench->post);
}

void TestBroadcastChat::aNewcomerIsStoredAndHearsNothing()
{
    m_bench->tables.active = {ben};
    m_bench->connectAna();
    QVERIFY(m_bench->replies.isEmpty());
    m_bench->tables.succeed();
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    m_bench->chat->afterConnect(ana);
    QCOMPARE(m_bench->tables.active, (QStringList{ben, ana}));
    QVERIFY(m_bench->post.posts.isEmpty());
}

void TestBroadcastChat::aNewcomerThatCannotBeStoredIsTurnedAway()
{
    m_bench->connectAna();
    m_bench->tables.fail();
    QCOMPARE(m_bench->replies.at(0)->statusCode, 500);
}

void TestBroadcastChat::aNewcomerFoundGoneTooEarlyIsPutAgain()
{
    m_bench->post.gone = QStringList{eve};
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"hi"})"));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben}));
    m_bench->chat->afterConnect(eve);
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, eve}));
}

void TestBroadcastChat::theBareTextGoesToEverybody_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("a text") << R"("Ground Control to Major Tom")"
                            << QByteArray("Ground Control to Major Tom");
    QTest::newRow("letters that are not ASCII")
        << QString::fromUtf8(R"("Olá \ud83d\ude00")") << QByteArray("Olá 😀");
    QTest::newRow("half a character") << R"("a\udc00")" << QStringLiteral("a\ufffd").toUtf8();
    QTest::newRow("a byte order mark")
        << QStringLiteral("\"\ufeffhi\"") << QStringLiteral("\ufeffhi").toUtf8();
    QTest::newRow("a number beyond all floats beside it") << R"("hi","n":1e400)" << QByteArray("hi");
    QTest::newRow("a text that looks like JSON") << R"("{\"a\": 1}")" << QByteArray(R"({"a": 1})");
}

void TestBroadcastChat::theBareTextGoesToEverybody()
{
    QFETCH(const QString, data);
    QFETCH(const QByteArray, sent);
    m_bench->say("sendMessage", QStringLiteral(R"({"action":"sendMessage","data":%1})").arg(data));
    QCOMPARE(m_bench->post.posts, (Posts{{ana, sent}, {ben, sent}, {eve, sent}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    QCOMPARE(m_bench->replies.at(0)->body, QByteArray("Data sent."));
}

void TestBroadcastChat::whoIsGoneLeavesTheTableAndTheRestGetTheirs()
{
    m_bench->post.gone = QStringList{ben};
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"hi"})"));
    QCOMPARE(m_bench->post.posts, (Posts{{ana, "hi"}, {eve, "hi"}}));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, eve}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
}

void TestBroadcastChat::anotherErrorIsReturnedOnceEverybodyHasTheirs()
{
    m_bench->post.refusing.insert(ben, PostToConnection::Status::LimitExceeded);
    m_bench->say("sendMessage", QStringLiteral(R"({"data":"hi"})"));
    QCOMPARE(m_bench->post.posts, (Posts{{ana, "hi"}, {eve, "hi"}}));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, eve}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 500);
    QCOMPARE(m_bench->replies.at(0)->body, QByteArray("LimitExceededException: Too Many Requests"));
}

void TestBroadcastChat::withoutATextNothingIsSent_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("no data") << R"({"action":"sendMessage","message":"hi"})";
    QTest::newRow("null") << R"({"data":null})";
    QTest::newRow("a number") << R"({"data":7})";
    QTest::newRow("an object") << R"({"data":{"a":1}})";
    QTest::newRow("a list for a body") << R"(["data"])";
}

/// As deployed, where the function catches its own failure and returns it.
void TestBroadcastChat::withoutATextNothingIsSent()
{
    QFETCH(const QString, body);
    m_bench->say("sendMessage", body);
    QVERIFY(m_bench->post.posts.isEmpty());
    QCOMPARE(m_bench->replies.at(0)->statusCode, 500);
}

void TestBroadcastChat::aBodyThatIsNoJsonFails_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("a word") << "hello";
    QTest::newRow("null, which has no members") << "null";
    QTest::newRow("a tab in the text") << "{\"data\":\"a\tb\"}";
    QTest::newRow("an unknown escape") << R"({"data":"\q"})";
    QTest::newRow("what Python alone takes for a number") << R"({"data":"hi","n":NaN})";
}

void TestBroadcastChat::aBodyThatIsNoJsonFails()
{
    QFETCH(const QString, body);
    m_bench->say("sendMessage", body);
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(!m_bench->replies.at(0).has_value());
}

QTEST_APPLESS_MAIN(TestBroadcastChat)
#include "tst_broadcastchat.moc"

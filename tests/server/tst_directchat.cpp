// SPDX-License-Identifier: MIT
#include "integrations/DirectChat.h"

#include "support/ChatBench.h"

#include <QTest>

using namespace Greenroom;
using Test::ana;
using Test::ben;
using Test::Posts;

class TestDirectChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itHasNoDefaultAndNoDisconnect();
    void aNewcomerIsStoredAndLetIn();
    void aNewcomerThatCannotBeStoredIsTurnedAway();
    void aNewcomerLearnsItsIdOnceEstablished();
    void aNewcomerFoundGoneTooEarlyIsPutAgain();
    void messagesGoToTheSenderThenToTheRecipient_data();
    void messagesGoToTheSenderThenToTheRecipient();
    void aNoteToOneselfArrivesTwice();
    void anUnknownRecipientFailsAfterTheSendersCopy_data();
    void anUnknownRecipientFailsAfterTheSendersCopy();
    void whatCannotBePostedFails();
    void aRecipientFoundGoneLeavesTheTable();
    void aRecipientWhoGetsTooMuchStaysInTheTable();
    void aMissingFieldFailsBeforeAnyPost_data();
    void aMissingFieldFailsBeforeAnyPost();

private:
    std::unique_ptr<Test::ChatBench> m_bench;
};

void TestDirectChat::init()
{
    m_bench = std::make_unique<Test::ChatBench>();
    m_bench->chat = std::make_unique<DirectChat>(m_bench->tables, m_bench->post);
}

void TestDirectChat::itHasNoDefaultAndNoDisconnect()
{
    QCOMPARE(DirectChat::routeKeys(),
             (QStringList{QStringLiteral("$connect"), QStringLiteral("sendMessage")}));
}

void TestDirectChat::aNewcomerIsStoredAndLetIn()
{
    m_bench->tables.active.clear();
    m_bench->connectAna();
    QCOMPARE(m_bench->tables.active, QStringList{ana});
    QVERIFY(m_bench->replies.isEmpty());
    m_bench->tables.succeed();
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(m_bench->tables.opened.isEmpty());
}

void TestDirectChat::aNewcomerThatCannotBeStoredIsTurnedAway()
{
    m_bench->connectAna();
    m_bench->tables.fail();
    QCOMPARE(m_bench->replies.at(0)->statusCode, 500);
}

void TestDirectChat::aNewcomerLearnsItsIdOnceEstablished()
{
    m_bench->chat->afterConnect(ana);
    QCOMPARE(m_bench->post.posts, (Posts{{ana, R"({"connection_id": "eHrdFcnvvHcCE-w="})"}}));
}

void TestDirectChat::aNewcomerFoundGoneTooEarlyIsPutAgain()
{
    m_bench->tables.active = {ben};
    m_bench->chat->afterConnect(ana);
    QCOMPARE(m_bench->tables.active, (QStringList{ben, ana}));
}

void TestDirectChat::messagesGoToTheSenderThenToTheRecipient_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("a text") << R"("Hello")" << QByteArray(R"("Hello")");
    QTest::newRow("letters that are not ASCII")
        << QString::fromUtf8(R"("Olá 😀")") << QByteArray(R"("Ol\u00e1 \ud83d\ude00")");
    QTest::newRow("an empty text") << R"("")" << QByteArray(R"("")");
    QTest::newRow("a number") << "7" << QByteArray("7");
    QTest::newRow("null") << "null" << QByteArray("null");
    QTest::newRow("a float") << "1e2" << QByteArray("100.0");
    QTest::newRow("a number beyond all floats") << "-1e400" << QByteArray("-Infinity");
    QTest::newRow("no number") << "NaN" << QByteArray("NaN");
    QTest::newRow("half a character") << R"("\ud800")" << QByteArray(R"("\ud800")");
    QTest::newRow("a byte order mark") << QStringLiteral("\"\ufeffhi\"") << QByteArray(R"("\ufeffhi")");
    QTest::newRow("an object in its order") << R"({"b":1,"a":2,"b":3})" << QByteArray(R"({"b": 3, "a": 2})");
    QTest::newRow("a list") << R"(["a",true])" << QByteArray(R"(["a", true])");
}

void TestDirectChat::messagesGoToTheSenderThenToTheRecipient()
{
    QFETCH(const QString, message);
    QFETCH(const QByteArray, written);
    m_bench->say(
        "sendMessage",
        QStringLiteral(R"({"action":"sendMessage","message":%1,"recipient_id":"%2"})").arg(message, ben));
    const QByteArray frame = R"({"message": )" + written
                             + R"(, "sender_id": "eHrdFcnvvHcCE-w=", "recipient_id": "eHrjDEuVPHcFWMg="})";
    QCOMPARE(m_bench->post.posts, (Posts{{ana, frame}, {ben, frame}}));
    QCOMPARE(m_bench->replies.at(0)->statusCode, 200);
    QVERIFY(m_bench->replies.at(0)->body.isEmpty());
    QVERIFY(m_bench->tables.messages.isEmpty());
}

void TestDirectChat::aNoteToOneselfArrivesTwice()
{
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"note","recipient_id":"eHrdFcnvvHcCE-w="})"));
    QCOMPARE(m_bench->post.posts.size(), 2);
    QCOMPARE(m_bench->post.posts.at(0), m_bench->post.posts.at(1));
    QCOMPARE(m_bench->post.posts.at(0).first, ana);
}

void TestDirectChat::anUnknownRecipientFailsAfterTheSendersCopy_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::newRow("an id that is gone") << R"("eHrjDEuVPHcFWMg=")";
    QTest::newRow("an id that is none") << R"("nobody")";
    QTest::newRow("an empty id") << R"("")";
    QTest::newRow("null") << "null";
    QTest::newRow("a number") << "7";
}

void TestDirectChat::anUnknownRecipientFailsAfterTheSendersCopy()
{
    QFETCH(const QString, recipient);
    m_bench->post.gone = QStringList{ben, QStringLiteral("nobody"), QString()};
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":%1})").arg(recipient));
    QCOMPARE(m_bench->post.posts.size(), 1);
    QCOMPARE(m_bench->post.posts.at(0).first, ana);
    QVERIFY(m_bench->post.posts.at(0).second.endsWith("\"recipient_id\": " + recipient.toUtf8() + '}'));
    QCOMPARE(m_bench->replies.size(), 1);
    QVERIFY(!m_bench->replies.at(0).has_value());
}

void TestDirectChat::whatCannotBePostedFails()
{
    m_bench->post.refusing.insert(ben, PostToConnection::Status::LimitExceeded);
    m_bench->post.known.insert(ben, {});
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(m_bench->post.posts.size(), 1);
    QVERIFY(!m_bench->replies.at(0).has_value());
    QVERIFY(m_bench->replies.at(0).error().reason.contains(QStringLiteral("LimitExceededException")));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, ben, Test::eve}));

    m_bench->post.refusing.insert(ana, PostToConnection::Status::TooLarge);
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(m_bench->post.posts.size(), 1);
    QVERIFY(!m_bench->replies.at(1).has_value());
}

void TestDirectChat::aRecipientFoundGoneLeavesTheTable()
{
    m_bench->post.gone = QStringList{ben};
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(m_bench->tables.active, (QStringList{ana, Test::eve}));
}

void TestDirectChat::aRecipientWhoGetsTooMuchStaysInTheTable()
{
    m_bench->post.refusing.insert(ben, PostToConnection::Status::LimitExceeded);
    m_bench->post.known.insert(ben, {});
    m_bench->say("sendMessage", QStringLiteral(R"({"message":"hi","recipient_id":"eHrjDEuVPHcFWMg="})"));
    QVERIFY(!m_bench->replies.at(0).has_value());
    QVERIFY(m_bench->tables.active.contains(ben));
}

void TestDirectChat::aMissingFieldFailsBeforeAnyPost_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no message") << R"({"recipient_id":"eHrjDEuVPHcFWMg="})"
                                << "KeyError: 'message'";
    QTest::newRow("no recipient") << R"({"message":"hi"})"
                                  << "KeyError: 'recipient_id'";
    QTest::newRow("neither") << R"({"action":"sendMessage"})"
                             << "KeyError: 'message'";
    QTest::newRow("no object") << R"(["message"])"
                               << "KeyError: 'message'";
    const auto noJson = [](const char *name, const char *body) {
        QTest::newRow(name) << QString::fromUtf8(body) << "JSONDecodeError: the body is no JSON";
    };
    noJson("no JSON", "hello");
    noJson("a line end in the message", "{\"message\":\"a\nb\",\"recipient_id\":\"x\"}");
    noJson("an unknown escape", R"({"message":"\q","recipient_id":"x"})");
    noJson("half a number", R"({"message":1.,"recipient_id":"x"})");
}

void TestDirectChat::aMissingFieldFailsBeforeAnyPost()
{
    QFETCH(const QString, body);
    m_bench->say("sendMessage", body);
    QVERIFY(m_bench->post.posts.isEmpty());
    QVERIFY(!m_bench->replies.at(0).has_value());
    QTEST(m_bench->replies.at(0).error().reason, "reason");
}

QTEST_APPLESS_MAIN(TestDirectChat)
#include "tst_directchat.moc"

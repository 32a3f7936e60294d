// SPDX-License-Identifier: MIT
#include "common/WebSocketKey.h"
#include "session/ClientHandshake.h"

#include <QTest>

using namespace Greenroom;
using Cause = TransportFailure::Cause;
using State = ClientHandshake::State;

namespace {

QByteArray nonce()
{
    return {ClientHandshake::nonceSize, 'n'};
}

ClientHandshake handshake(const QStringList &subprotocols = {})
{
    ConnectRequest request{QUrl(QStringLiteral("ws://stage.test/dev"))};
    request.subprotocols = subprotocols;
    return {request, nonce()};
}

QByteArray accept()
{
    return WebSocketKey::acceptFor(nonce().toBase64());
}

QByteArray goodHead()
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
           + accept() + "\r\n\r\n";
}

/// The same with another text in place of one that is there.
QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    return goodHead().replace(before, after);
}

} // namespace

/// What is made of the answer to a request for a WebSocket.
class TestClientHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void whatFollowsTheHeadIsOfTheFrames();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();
    void takesTheSubprotocolThatWasOffered();
    void refusesASubprotocolThatWasNotOffered();
    void repeatsWhatTheServerSays_data();
    void repeatsWhatTheServerSays();
    void doesNotFollowRedirections_data();
    void doesNotFollowRedirections();
};

void TestClientHandshake::accepts_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("a usual answer") << goodHead();
    QTest::newRow("API Gateway's spelling")
        << "HTTP/1.1 101 Switching Protocols\r\nDate: x\r\nConnection: upgrade\r\n"
           "upgrade: websocket\r\nsec-websocket-accept: "
               + accept() + "\r\n\r\n";
    QTest::newRow("no words beside the status") << changed(" Switching Protocols", {});
    QTest::newRow("capitals") << changed("websocket", "WebSocket");
    QTest::newRow("several tokens") << changed("Connection: Upgrade", "Connection: keep-alive, Upgrade");
    QTest::newRow("several lines") << changed("Connection: Upgrade",
                                              "Connection: keep-alive\r\nConnection: Upgrade");
    QTest::newRow("a folded line") << changed("Connection: Upgrade", "Connection: keep-alive,\r\n\t Upgrade");
    QTest::newRow("no blanks after the colons") << goodHead().replace(": ", ":");
    QTest::newRow("bare line feeds") << goodHead().replace("\r\n", "\n");
    QTest::newRow("an empty list of extensions")
        << changed("\r\n\r\n", "\r\nSec-WebSocket-Extensions:\r\n\r\n");
    QTest::newRow("a hint before the answer") << "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + goodHead();
}

void TestClientHandshake::accepts()
{
    QFETCH(QByteArray, head);
    ClientHandshake atOnce = handshake();
    atOnce.put(head);
    QCOMPARE(atOnce.state(), State::Accepted);
    ClientHandshake dripping = handshake();
    for (const char byte : qAsConst(head)) {
        QCOMPARE(dripping.state(), State::Waiting);
        dripping.put(QByteArray(1, byte));
    }
    QCOMPARE(dripping.state(), State::Accepted);
    QVERIFY(dripping.rest().isEmpty());
}

void TestClientHandshake::whatFollowsTheHeadIsOfTheFrames()
{
    ClientHandshake shaking = handshake();
    shaking.put(goodHead() + QByteArray::fromHex("810268690a0d"));
    QCOMPARE(shaking.state(), State::Accepted);
    QCOMPARE(shaking.rest(), QByteArray::fromHex("810268690a0d"));
}

void TestClientHandshake::refusesOtherAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("HTTP/2") << QByteArray("HTTP/2 101 x\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("a status of four digits") << QByteArray("HTTP/1.1 1010\r\n\r\n");
    QTest::newRow("a head that begins with a folded line") << changed("\r\nUpgrade", "\r\n Upgrade");
    QTest::newRow("a header without a colon") << changed("Upgrade: websocket", "Upgrade websocket");
    QTest::newRow("a blank before the colon") << changed("Upgrade:", "Upgrade :");
    QTest::newRow("a control character") << changed("websocket", "web\x01socket");
    QTest::newRow("a bare carriage return") << changed("websocket", "websocket\rX: y");
    QTest::newRow("no Upgrade") << changed("Upgrade: websocket\r\n", {});
    QTest::newRow("an upgrade to something else") << changed("websocket", "h2c");
    QTest::newRow("no Connection") << changed("Connection: Upgrade\r\n", {});
    QTest::newRow("a connection that closes") << changed("Connection: Upgrade", "Connection: close");
    QTest::newRow("no proof") << changed("Sec-WebSocket-Accept", "X");
    QTest::newRow("a wrong proof") << changed(accept(), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    QTest::newRow("a proof in small letters") << changed(accept(), accept().toLower());
    QTest::newRow("two proofs") << changed("\r\n\r\n", "\r\nSec-WebSocket-Accept: " + accept() + "\r\n\r\n");
    QTest::newRow("an extension that was not offered")
        << changed("\r\n\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n");
    QTest::newRow("a head over 16 KB")
        << changed("\r\n\r\n", "\r\nX: " + QByteArray(16'384, 'x') + "\r\n\r\n");
    QTest::newRow("a head without an end") << "HTTP/1.1 101 x\r\nX: " + QByteArray(16'384, 'x');
}

void TestClientHandshake::refusesOtherAnswers()
{
    QFETCH(QByteArray, answer);
    ClientHandshake shaking = handshake();
    shaking.put(answer);
    QCOMPARE(shaking.state(), State::Failed);
    QCOMPARE(shaking.failure().cause, Cause::NotWebSocket);
    QCOMPARE(shaking.failure().httpStatus, 0);
    QVERIFY(shaking.failure().message.contains(QStringLiteral("stage.test")));
}

void TestClientHandshake::takesTheSubprotocolThatWasOffered()
{
    ClientHandshake shaking = handshake({QStringLiteral("chat.v1"), QStringLiteral("chat.v2")});
    QVERIFY(shaking.request().contains("\r\nSec-WebSocket-Protocol: chat.v1, chat.v2\r\n"));
    shaking.put(changed("\r\n\r\n", "\r\nSec-WebSocket-Protocol: chat.v2\r\n\r\n"));
    QCOMPARE(shaking.state(), State::Accepted);
    QCOMPARE(shaking.subprotocol(), QStringLiteral("chat.v2"));
    // Most stages choose none.
    ClientHandshake other = handshake({QStringLiteral("chat.v1")});
    other.put(goodHead());
    QCOMPARE(other.state(), State::Accepted);
    QCOMPARE(other.subprotocol(), QString());
}

void TestClientHandshake::refusesASubprotocolThatWasNotOffered()
{
    for (const QStringList &offered : {QStringList(), QStringList{QStringLiteral("CHAT")}}) {
        ClientHandshake shaking = handshake(offered);
        shaking.put(changed("\r\n\r\n", "\r\nSec-WebSocket-Protocol: chat\r\n\r\n"));
        QCOMPARE(shaking.state(), State::Failed);
        QVERIFY2(shaking.failure().message.contains(QStringLiteral("“chat”")),
                 qPrintable(shaking.failure().message));
    }
}

void TestClientHandshake::repeatsWhatTheServerSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("a message") << QByteArray(R"({"message":"Try \n later"})") << QStringLiteral("Try later");
    QTest::newRow("nothing but what the status says")
        << QByteArray(R"({"message":"forbidden"})") << QString();
    QTest::newRow("no JSON") << QByteArray("<html>No</html>") << QString();
    QTest::newRow("a message that is no text") << QByteArray(R"({"message":7})") << QString();
    QTest::newRow("a secret") << QByteArray(R"({"message":"no token=abcdefghijkl"})")
                              << QStringLiteral("no token=");
    QTest::newRow("a novel") << R"({"message":")" + QByteArray(1'000, 'x') + R"("})"
                             << QString(200, u'x') + u'…';
}

void TestClientHandshake::repeatsWhatTheServerSays()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    ClientHandshake shaking = handshake();
    shaking.put("HTTP/1.1 403 Forbidden\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
    QCOMPARE(shaking.state(), State::Refusing);
    shaking.put(body);
    QCOMPARE(shaking.state(), State::Failed);
    QCOMPARE(shaking.failure().httpStatus, 403);
    QCOMPARE(shaking.failure().cause, Cause::Refused);
    const QString sentence = shaking.failure().message;
    QVERIFY2(!sentence.contains(QStringLiteral("abcdefghijkl")), qPrintable(sentence));
    QCOMPARE(sentence.contains(QStringLiteral("It said")), !said.isEmpty());
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
}

void TestClientHandshake::doesNotFollowRedirections_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestClientHandshake::doesNotFollowRedirections()
{
    QFETCH(int, status);
    ClientHandshake shaking = handshake();
    shaking.put(
        "HTTP/1.1 " + QByteArray::number(status)
        + " Moved\r\nLocation: https://a:b@elsewhere.test/x?token=hidden\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(shaking.state(), State::Failed);
    QCOMPARE(shaking.failure().httpStatus, status);
    const QString sentence = shaking.failure().message;
    QVERIFY2(sentence.contains(QStringLiteral("https://elsewhere.test/x")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QString::number(status)), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("hidden")), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestClientHandshake)
#include "tst_clienthandshake.moc"

// SPDX-License-Identifier: MIT
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>

using namespace Greenroom;
using Test::RawClient;

namespace {

constexpr QLatin1String sendRoute("$default");
constexpr QLatin1String disconnectRoute("$disconnect");

QByteArray clientFrame(quint8 opcode, const QByteArray &payload, bool isFinal = true)
{
    FrameHeader header;
    header.opcode = opcode;
    header.isFinal = isFinal;
    return RawClient::frame(header, payload);
}

QByteArray closeFrame(const char *codeInHex, const QByteArray &reason = {})
{
    return clientFrame(FrameHeader::Close, QByteArray::fromHex(codeInHex) + reason);
}

} // namespace

/// Frames as clients may send them, byte by byte, and how connections end by them.
class TestClosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aTextMayBeCutInsideACharacter();
    void framesThatComeWithTheHandshakeAreRead();
    void disconnectTellsWhatTheClientSaid_data();
    void disconnectTellsWhatTheClientSaid();
    void faultsCloseWithACode_data();
    void faultsCloseWithACode();
    void aMessageBeforeAFaultIsHandled();
    void pingsAreAnsweredWithinAMessage();

private:
    Test::FakeIntegration::Record &record() { return *m_record; }
    bool connectClient(const QByteArray &further = {});
    /// What the server has sent since the handshake.
    QByteArray heard();

    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
    std::unique_ptr<RawClient> m_client;
};

void TestClosing::init()
{
    m_client.reset();
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{sendRoute, disconnectRoute};
    m_gateway = std::make_unique<Test::InProcessGateway>(Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(QStringLiteral("dev"),
                                  Test::FakeIntegration::backend(m_record, {disconnectRoute, sendRoute}));
    m_gateway->start();
}

bool TestClosing::connectClient(const QByteArray &further)
{
    m_client = std::make_unique<RawClient>(m_gateway->address());
    m_client->send(RawClient::upgradeRequest("/dev") + further);
    return QTest::qWaitFor([this] { return m_client->received().contains("\r\n\r\n"); })
           && m_client->received().startsWith("HTTP/1.1 101 ");
}

QByteArray TestClosing::heard()
{
    const QByteArray &received = m_client->received();
    return received.sliced(received.indexOf("\r\n\r\n") + 4);
}

void TestClosing::aTextMayBeCutInsideACharacter()
{
    QVERIFY(connectClient());
    const QByteArray euro = QStringLiteral("\u20ac").toUtf8();
    m_client->send(clientFrame(FrameHeader::Text, "10 " + euro.first(1), false)
                   + clientFrame(FrameHeader::Continuation, euro.sliced(1)));
    QTRY_COMPARE(record().events(sendRoute).size(), 1);
    QCOMPARE(record().events(sendRoute).at(0).body, QStringLiteral("10 \u20ac"));
}

void TestClosing::framesThatComeWithTheHandshakeAreRead()
{
    QVERIFY(connectClient(RawClient::textFrame("early") + RawClient::textFrame("bird").first(3)));
    m_client->send(RawClient::textFrame("bird").sliced(3));
    QTRY_COMPARE(record().events(sendRoute).size(), 2);
    QCOMPARE(record().events(sendRoute).at(0).body, QStringLiteral("early"));
    QCOMPARE(record().events(sendRoute).at(1).body, QStringLiteral("bird"));
}

void TestClosing::disconnectTellsWhatTheClientSaid_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a close frame without a code")
        << closeFrame("") << 1005 << QStringLiteral("Client-side close frame status not set");
    QTest::newRow("an ordinary end") << closeFrame("03e8", "bye") << 1000 << QStringLiteral("bye");
    QTest::newRow("a closed tab") << closeFrame("03e9") << 1001 << QString();
    QTest::newRow("a restarting service") << closeFrame("03f4", "later") << 1012 << QStringLiteral("later");
    QTest::newRow("a code of the application's own") << closeFrame("0fa1") << 4001 << QString();
}

void TestClosing::disconnectTellsWhatTheClientSaid()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    QVERIFY(connectClient());
    m_client->send(frame);
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, code);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectReason, reason);
    // A close frame answers a close frame.
    QTRY_VERIFY(heard().startsWith('\x88'));
}

void TestClosing::faultsCloseWithACode_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::newRow("no mask") << QByteArray::fromHex("810161") << 1002;
    QTest::newRow("binary data") << clientFrame(FrameHeader::Binary, "x") << 1003;
    QTest::newRow("no UTF-8") << RawClient::textFrame("\xff\xfe") << 1007;
    QTest::newRow("a text that ends inside a character") << RawClient::textFrame("\xe2\x82") << 1007;
    QTest::newRow("a frame over 32 KB") << RawClient::textFrame(QByteArray(32'769, 'x')) << 1009;
    QTest::newRow("a close code that may not be sent") << closeFrame("03ed") << 1002;
    QTest::newRow("half a close code") << closeFrame("03") << 1002;
}

void TestClosing::faultsCloseWithACode()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const int, code);
    QVERIFY(connectClient());
    m_client->send(frame);
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, code);
    QVERIFY(record().events(sendRoute).isEmpty());
    QTRY_VERIFY(heard().size() >= 4);
    QCOMPARE(heard().at(0), '\x88');
    QCOMPARE(heard().sliced(2, 2).toHex(), QByteArray::number(code, 16).rightJustified(4, '0'));
}

void TestClosing::aMessageBeforeAFaultIsHandled()
{
    QVERIFY(connectClient());
    m_client->send(RawClient::textFrame("last words") + QByteArray::fromHex("810161"));
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, 1002);
    QCOMPARE(record().events(sendRoute).size(), 1);
}

void TestClosing::pingsAreAnsweredWithinAMessage()
{
    QVERIFY(connectClient());
    m_client->send(clientFrame(FrameHeader::Text, "a ", false) + clientFrame(FrameHeader::Ping, "there?"));
    QTRY_COMPARE(heard(), "\x8a\x06" + QByteArray("there?"));
    m_client->send(clientFrame(FrameHeader::Continuation, "message"));
    QTRY_COMPARE(record().events(sendRoute).size(), 1);
    QCOMPARE(record().events(sendRoute).at(0).body, QStringLiteral("a message"));
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"

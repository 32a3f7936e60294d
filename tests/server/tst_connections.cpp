// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Greenroom;

namespace {

constexpr QLatin1String sendRoute("$default");
constexpr QLatin1String disconnectRoute("$disconnect");

/// Sends in frames as small as the gateway's quota wants them.
std::unique_ptr<QWebSocket> newClient(const QUrl &address, quint64 frameSize = Quotas::frameBytes)
{
    auto client = std::make_unique<QWebSocket>();
    client->setOutgoingFrameSize(frameSize);
    client->open(address);
    return client;
}

} // namespace

/// Limits and ends of established connections.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void largeMessagesAreAcceptedAndLargerOnesClose_data();
    void largeMessagesAreAcceptedAndLargerOnesClose();
    void aLargeFrameCloses();
    void binaryMessagesClose();
    void largeMessagesGoOutInSmallFrames();
    void largeMessagesGoOutInWholeCharacters();
    void disconnectRunsOnce_data();
    void disconnectRunsOnce();
    void disconnectRunsWhenTheClientVanishes();
    void theLastMessageBeforeTheEndIsHandled();

private:
    Test::FakeIntegration::Record &record() { return *m_record; }

    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    PostToConnection *m_post = nullptr;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
};

void TestConnections::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{sendRoute, disconnectRoute};
    m_gateway = std::make_unique<Test::InProcessGateway>(Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(
        QStringLiteral("dev"),
        Test::FakeIntegration::backend(m_record, {disconnectRoute, sendRoute}, &m_post));
    m_gateway->start();
}

void TestConnections::largeMessagesAreAcceptedAndLargerOnesClose_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAccepted");
    constexpr qsizetype limit = Quotas::messageBytes;
    QTest::newRow("128 KB of ASCII") << QString(limit, u'x') << true;
    QTest::newRow("one byte more") << QString(limit + 1, u'x') << false;
    // Counted in UTF-8, not in characters: two bytes each. A text split inside a character is not Qt's, so
    // these frames hold whole characters.
    QTest::newRow("64 K letters of two bytes") << QString(limit / 2, u'é') << true;
    QTest::newRow("one letter more") << QString(limit / 2 + 1, u'é') << false;
}

void TestConnections::largeMessagesAreAcceptedAndLargerOnesClose()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isAccepted);
    const auto client = newClient(m_gateway->address());
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendTextMessage(text);
    if (isAccepted) {
        QTRY_COMPARE(record().events(sendRoute).size(), 1);
        QCOMPARE(record().events(sendRoute).at(0).body, text);
    } else {
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(client->closeCode()), 1009);
        QVERIFY(record().events(sendRoute).isEmpty());
        QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
        QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, 1009);
    }
}

void TestConnections::aLargeFrameCloses()
{
    const auto client = newClient(m_gateway->address(), Quotas::frameBytes + 1);
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    // What comes behind it must not turn the close into a reset.
    for (int count = 0; count < 20; ++count)
        client->sendTextMessage(QString(Quotas::frameBytes + 1, u'x'));
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(client->closeCode()), 1009);
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
}

void TestConnections::binaryMessagesClose()
{
    const auto client = newClient(m_gateway->address());
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendBinaryMessage("bytes");
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(client->closeCode()), 1003);
    QVERIFY(record().events(sendRoute).isEmpty());
}

void TestConnections::largeMessagesGoOutInSmallFrames()
{
    const auto client = newClient(m_gateway->address());
    QStringList frames;
    connect(client.get(), &QWebSocket::textFrameReceived, this,
            [&frames](const QString &frame) { frames.append(frame); });
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendTextMessage(QStringLiteral("who am I"));
    QTRY_COMPARE(record().events(sendRoute).size(), 1);
    m_post->post(record().events(sendRoute).at(0).connectionId, QByteArray(Quotas::frameBytes + 1, 'x'));
    QTRY_COMPARE(frames.size(), 2);
    QCOMPARE(frames.at(0).size(), Quotas::frameBytes);
    QCOMPARE(frames.at(1).size(), 1);
}

void TestConnections::largeMessagesGoOutInWholeCharacters()
{
    const auto client = newClient(m_gateway->address());
    // QWebSocket closes with 1007 where a frame ends inside a character.
    QStringList messages;
    connect(client.get(), &QWebSocket::textMessageReceived, this,
            [&messages](const QString &message) { messages.append(message); });
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendTextMessage(QStringLiteral("who am I"));
    QTRY_COMPARE(record().events(sendRoute).size(), 1);
    const QString id = record().events(sendRoute).at(0).connectionId;
    const QString text = u'a' + QStringLiteral("\U0001F389").repeated(20'000);
    QCOMPARE(m_post->post(id, text.toUtf8()), PostToConnection::Status::Ok);
    m_post->post(id, "and a short one");
    QTRY_COMPARE(messages, QStringList({text, QStringLiteral("and a short one")}));
}

void TestConnections::disconnectRunsOnce_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("an ordinary end") << 1000 << "bye";
    QTest::newRow("a closed window") << 1001 << "";
    QTest::newRow("a code of the application's own") << 4001 << "enough";
}

void TestConnections::disconnectRunsOnce()
{
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    const auto client = newClient(m_gateway->address());
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendTextMessage(QStringLiteral("who am I"));
    QTRY_COMPARE(record().events(sendRoute).size(), 1);
    const QString id = record().events(sendRoute).at(0).connectionId;

    client->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    const ProxyEvent event = record().events(disconnectRoute).at(0);
    QCOMPARE(event.type, ProxyEvent::Type::Disconnect);
    QCOMPARE(event.connectionId, id);
    QCOMPARE(event.disconnectStatusCode, code);
    QCOMPARE(event.disconnectReason, reason);
    QCOMPARE(m_post->post(id, "gone"), PostToConnection::Status::Gone);
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(record().events(disconnectRoute).size(), 1);
}

void TestConnections::disconnectRunsWhenTheClientVanishes()
{
    Test::RawClient client(m_gateway->address());
    client.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
    client.abort();
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, 1006);
}

void TestConnections::theLastMessageBeforeTheEndIsHandled()
{
    Test::RawClient client(m_gateway->address());
    client.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
    // A message and a close frame (1000) in one go.
    client.send(Test::RawClient::textFrame("last words") + QByteArray("\x88\x82\0\0\0\0\x03\xe8", 8));
    QTRY_COMPARE(record().events(disconnectRoute).size(), 1);
    QCOMPARE(record().events(disconnectRoute).at(0).disconnectStatusCode, 1000);
    QCOMPARE(record().events(sendRoute).size(), 1);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"

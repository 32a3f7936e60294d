// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>
#include <QWebSocket>

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::RawClient;

namespace {

constexpr QLatin1String sendRoute("$default");
constexpr QLatin1String disconnectRoute("$disconnect");

QByteArray numbered(int number)
{
    return "message " + QByteArray::number(number);
}

} // namespace

/// Texts on their way to many clients, or to one that does not read.
class TestFanOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everybodyGetsTheSameText();
    void postingToAllReachesThoseWhoAreThere();
    void postingToAllKeepsTheOrderOfPosts();
    void theOrderIsKept();
    void noCloseFrameOvertakes();
    void answersToACloseFrameDoNotOvertake();
    void whatIsNoTextIsMadeOne();
    void aClientThatDoesNotReadIsPostedNoMore();
    void itMayCatchUp();
    void itIsDroppedAfterAWhile();
    void itCostsTheOthersNothing();

private:
    /// A client that has told its id.
    struct Client
    {
        std::unique_ptr<QWebSocket> socket;
        QStringList heard;
        QString id;
    };

    std::unique_ptr<Client> newClient();
    /// Returns its id.
    QString connectStalled(RawClient &client);
    /// How many texts of 64 KB are taken for `id` until one is not.
    int postUntilRefused(const QString &id);

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    PostToConnection *m_post = nullptr;
    std::unique_ptr<Test::InProcessGateway> m_gateway;
};

void TestFanOut::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_record->answeredAtOnce = QStringList{sendRoute, disconnectRoute};
    m_gateway = std::make_unique<Test::InProcessGateway>(m_clock, Test::InProcessGateway::Start::Later);
    m_gateway->gateway().addStage(
        QStringLiteral("dev"),
        Test::FakeIntegration::backend(m_record, {disconnectRoute, sendRoute}, &m_post));
    m_gateway->start();
}

void TestFanOut::cleanup()
{
    m_gateway.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

std::unique_ptr<TestFanOut::Client> TestFanOut::newClient()
{
    auto client = std::make_unique<Client>();
    client->socket = std::make_unique<QWebSocket>();
    connect(client->socket.get(), &QWebSocket::textMessageReceived, client->socket.get(),
            [client = client.get()](const QString &text) { client->heard.append(text); });
    client->socket->open(m_gateway->address());
    const auto count = m_record->events(sendRoute).size();
    client->socket->sendTextMessage({});
    const bool isConnected = QTest::qWaitFor(
        [client = client.get()] { return client->socket->state() == QAbstractSocket::ConnectedState; });
    client->socket->sendTextMessage(QStringLiteral("who am I"));
    if (!isConnected || !QTest::qWaitFor([&] { return m_record->events(sendRoute).size() > count; }))
        qFatal("no client");
    client->id = m_record->last(sendRoute).event.connectionId;
    return client;
}

QString TestFanOut::connectStalled(RawClient &client)
{
    const auto count = m_record->events(sendRoute).size();
    client.stall();
    client.send(RawClient::upgradeRequest("/dev") + RawClient::textFrame("who am I"));
    if (!QTest::qWaitFor([&] { return m_record->events(sendRoute).size() > count; }))
        qFatal("no client");
    return m_record->last(sendRoute).event.connectionId;
}

int TestFanOut::postUntilRefused(const QString &id)
{
    // More than the system holds for a client, whatever its settings.
    constexpr int most = 4000;
    const QByteArray text(qsizetype(64) * 1024, 'x');
    for (int count = 0; count < most; ++count) {
        if (m_post->post(id, text) == PostToConnection::Status::LimitExceeded)
            return count;
        QCoreApplication::processEvents();
    }
    return most;
}

void TestFanOut::everybodyGetsTheSameText()
{
    const auto ana = newClient();
    const auto ben = newClient();
    const QByteArray text = QStringLiteral("Ol\u00e1").toUtf8();
    for (const QString &id : {ana->id, ben->id})
        QCOMPARE(m_post->post(id, text), PostToConnection::Status::Ok);
    QTRY_COMPARE(ana->heard, QStringList{QStringLiteral("Ol\u00e1")});
    QTRY_COMPARE(ben->heard, QStringList{QStringLiteral("Ol\u00e1")});
}

void TestFanOut::postingToAllReachesThoseWhoAreThere()
{
    const auto ana = newClient();
    const auto ben = newClient();
    const QString nobody = QStringLiteral("nobody");
    const QStringList everybody{ana->id, nobody, ben->id};
    for (int number = 0; number < 2; ++number) {
        const auto failures = m_post->postToAll(everybody, numbered(number));
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.at(0).connectionId, nobody);
        QCOMPARE(failures.at(0).status, PostToConnection::Status::Gone);
    }
    QTRY_COMPARE(ben->heard.size(), 2);
    QTRY_COMPARE(ana->heard.size(), 2);
    ben->socket->close();
    QTRY_COMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_post->postToAll(everybody, "Ben?").size(), 2);
    QTRY_COMPARE(ana->heard.size(), 3);
    const QByteArray tooLarge(Quotas::messageBytes + 1, 'x');
    QCOMPARE(m_post->postToAll({ana->id}, tooLarge).at(0).status, PostToConnection::Status::TooLarge);
}

void TestFanOut::postingToAllKeepsTheOrderOfPosts()
{
    const auto ana = newClient();
    const auto ben = newClient();
    const QStringList everybody{ana->id, ben->id};
    QStringList toAna;
    QStringList toBen;
    for (int number = 0; number < 300; ++number) {
        const QByteArray text = numbered(number);
        if (number % 3 == 0) {
            m_post->post(ben->id, text);
        } else {
            m_post->postToAll(everybody, text);
            toAna.append(QString::fromUtf8(text));
        }
        toBen.append(QString::fromUtf8(text));
        if (number % 50 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(ana->heard.size(), toAna.size());
    QTRY_COMPARE(ben->heard.size(), toBen.size());
    QCOMPARE(ana->heard, toAna);
    QCOMPARE(ben->heard, toBen);
}

void TestFanOut::theOrderIsKept()
{
    const auto ana = newClient();
    QStringList expected;
    for (int number = 0; number < 500; ++number) {
        // Of every size: in one frame of each length and in several.
        const QByteArray text = numbered(number) + QByteArray(number % 50 == 0 ? 100'000 : number, 'x');
        expected.append(QString::fromUtf8(text));
        while (m_post->post(ana->id, text) == PostToConnection::Status::LimitExceeded)
            QCoreApplication::processEvents();
        if (number % 7 == 0)
            QCoreApplication::processEvents();
        if (number % 11 == 0)
            ana->socket->ping();
    }
    QTRY_COMPARE(ana->heard.size(), expected.size());
    QCOMPARE(ana->heard, expected);
}

void TestFanOut::noCloseFrameOvertakes()
{
    const auto ana = newClient();
    for (int number = 0; number < 3; ++number)
        m_post->post(ana->id, numbered(number));
    m_gateway->gateway().shutDown();
    QTRY_COMPARE(ana->socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(ana->socket->closeCode()), 1001);
    QCOMPARE(ana->heard.size(), 3);
}

void TestFanOut::answersToACloseFrameDoNotOvertake()
{
    RawClient client(m_gateway->address());
    FrameHeader close;
    close.opcode = FrameHeader::Close;
    client.send(RawClient::upgradeRequest("/dev") + RawClient::textFrame("who am I"));
    QTRY_COMPARE(m_record->events(sendRoute).size(), 1);
    m_post->post(m_record->last(sendRoute).event.connectionId, "last words");
    client.send(RawClient::frame(close, QByteArray::fromHex("03e8")));
    QTRY_VERIFY(client.received().endsWith(QByteArray::fromHex("880203e8")));
    QVERIFY(client.received().contains("\x81\x0alast words"));
}

void TestFanOut::whatIsNoTextIsMadeOne()
{
    const auto ana = newClient();
    m_post->post(ana->id, "caf\xe9");
    QTRY_COMPARE(ana->heard, QStringList{QStringLiteral("caf\ufffd")});
}

void TestFanOut::aClientThatDoesNotReadIsPostedNoMore()
{
    RawClient client(m_gateway->address());
    const QString id = connectStalled(client);
    const int taken = postUntilRefused(id);
    QVERIFY(taken < 4000);
    QCOMPARE(m_post->post(id, "one more"), PostToConnection::Status::LimitExceeded);
    QVERIFY(m_post->details(id).has_value());
    client.abort();
    QTRY_COMPARE(m_record->events(disconnectRoute).size(), 1);
}

void TestFanOut::itMayCatchUp()
{
    const auto ana = newClient();
    ana->socket->setReadBufferSize(0);
    const QByteArray text(qsizetype(64) * 1024, 'x');
    // All in one turn, so that nobody can read.
    int taken = 0;
    while (m_post->post(ana->id, text) == PostToConnection::Status::Ok)
        ++taken;
    QCOMPARE(taken, int(Quotas::sendBufferBytes / text.size()));
    QTRY_COMPARE(ana->heard.size(), taken);
    QCOMPARE(m_post->post(ana->id, "on we go"), PostToConnection::Status::Ok);
    m_clock.advance(Quotas::stallTimeout);
    QTRY_COMPARE(ana->heard.size(), taken + 1);
    QCOMPARE(ana->socket->state(), QAbstractSocket::ConnectedState);
}

void TestFanOut::itIsDroppedAfterAWhile()
{
    RawClient client(m_gateway->address());
    const QString id = connectStalled(client);
    postUntilRefused(id);
    m_clock.advance(Quotas::stallTimeout - 1ms);
    QVERIFY(m_record->events(disconnectRoute).isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_record->events(disconnectRoute).size(), 1);
    QCOMPARE(m_record->last(disconnectRoute).event.disconnectStatusCode, 1006);
    QCOMPARE(m_post->post(id, "gone"), PostToConnection::Status::Gone);
}

void TestFanOut::itCostsTheOthersNothing()
{
    const auto ana = newClient();
    RawClient client(m_gateway->address());
    const QString id = connectStalled(client);
    postUntilRefused(id);
    for (int number = 0; number < 100; ++number) {
        QCOMPARE(m_post->post(id, numbered(number)), PostToConnection::Status::LimitExceeded);
        QCOMPARE(m_post->post(ana->id, numbered(number)), PostToConnection::Status::Ok);
    }
    QTRY_COMPARE(ana->heard.size(), 100);
    client.abort();
    QTRY_COMPARE(m_record->events(disconnectRoute).size(), 1);
}

QTEST_GUILESS_MAIN(TestFanOut)
#include "tst_fanout.moc"

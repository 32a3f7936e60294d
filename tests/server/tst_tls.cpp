// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"
#include "gateway/Gateway.h"
#include "support/FakeClock.h"
#include "support/RawClient.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <array>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

namespace {

QByteArray request(const QByteArray &method, const QByteArray &path)
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

} // namespace

/// A gateway that speaks TLS with a certificate of its own.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aWebSocketConnectsAndTalks();
    void theCertificateIsForThisMachine();
    void longMessagesArriveWhole();
    void aFloodArrivesInOrder();
    void aConnectionCarriesManyRequests();
    void lastWordsArrive();
    void plainHttpIsToldSo();
    void whatIsNoTlsIsToldSo();
    void aBrokenRecordEndsTheConnection();
    void aSilentClientIsLetGo();
    void oneTooManyIsTold();
    void whoVanishesIsNoticed();
    void shuttingDownSaysGoodbye();

private:
    std::unique_ptr<QSslSocket> newClient();
    std::unique_ptr<QWebSocket> newWebSocket();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Gateway> m_gateway;
    QSslConfiguration m_configuration;
};

void TestTls::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
    m_directory = std::make_unique<QTemporaryDir>();
    GatewayOptions options;
    options.port = 0;
    options.dataDirectory = m_directory->path();
    options.tls.identity = TlsOptions::Identity::SelfSigned;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    QVERIFY(m_gateway->start().has_value());
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setCaCertificates(
        QSslCertificate::fromPath(m_directory->filePath(QStringLiteral("certificate.pem"))));
}

void TestTls::cleanup()
{
    m_gateway.reset();
    m_directory.reset();
}

std::unique_ptr<QSslSocket> TestTls::newClient()
{
    auto client = std::make_unique<QSslSocket>();
    client->setSslConfiguration(m_configuration);
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_gateway->port());
    return client;
}

std::unique_ptr<QWebSocket> TestTls::newWebSocket()
{
    auto client = std::make_unique<QWebSocket>();
    client->setSslConfiguration(m_configuration);
    client->open(m_gateway->stageAddress(QStringLiteral("dev")));
    return client;
}

void TestTls::aWebSocketConnectsAndTalks()
{
    QCOMPARE(m_gateway->stageAddress(QStringLiteral("dev")).scheme(), QStringLiteral("wss"));
    const auto client = newWebSocket();
    const QSignalSpy heard(client.get(), &QWebSocket::textMessageReceived);
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->sendTextMessage(QStringLiteral(R"({"action":"sendmessage","message":"Olá 😀"})"));
    QTRY_VERIFY(!heard.isEmpty() && heard.last().constFirst().toString().contains(QStringLiteral("message")));
    client->close();
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->closeCode(), QWebSocketProtocol::CloseCodeNormal);
}

void TestTls::theCertificateIsForThisMachine()
{
    for (const char *host : {"127.0.0.1", "localhost"}) {
        QSslSocket client;
        client.setSslConfiguration(m_configuration);
        client.connectToHostEncrypted(QString::fromLatin1(host), m_gateway->port());
        QTRY_VERIFY2(client.isEncrypted(), qPrintable(client.errorString()));
        const QByteArray fingerprint =
            client.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
        QCOMPARE(fingerprint, m_gateway->certificateFingerprint());
        client.abort();
    }
}

void TestTls::longMessagesArriveWhole()
{
    const auto client = newWebSocket();
    client->setOutgoingFrameSize(30'000);
    QString longest;
    connect(client.get(), &QWebSocket::textMessageReceived, this,
            [&longest](const QString &text) { longest = text.size() > longest.size() ? text : longest; });
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    const QString text(120'000, u'x');
    client->sendTextMessage(QStringLiteral(R"({"action":"sendmessage","message":"%1"})").arg(text));
    QTRY_VERIFY(longest.contains(text));
}

void TestTls::aFloodArrivesInOrder()
{
    constexpr int messages = 2000;
    const auto client = newWebSocket();
    QStringList heard;
    connect(client.get(), &QWebSocket::textMessageReceived, this, [&heard](const QString &text) {
        const qsizetype at = text.indexOf(QStringLiteral("number "));
        if (at >= 0)
            heard.append(text.sliced(at).section(u' ', 1, 1).section(u'\\', 0, 0));
    });
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    QStringList expected;
    for (int number = 0; number < messages; ++number) {
        expected.append(QString::number(number));
        client->sendTextMessage(QStringLiteral(R"({"action":"sendmessage","message":"number %1 %2"})")
                                    .arg(QString::number(number), QString(200, u'x')));
    }
    QTRY_COMPARE_WITH_TIMEOUT(heard.size(), messages, 20'000);
    QCOMPARE(heard, expected);
}

void TestTls::aConnectionCarriesManyRequests()
{
    const auto client = newClient();
    QByteArray received;
    connect(client.get(), &QIODevice::readyRead, this, [&] { received += client->readAll(); });
    const QByteArray body(40'000, 'x');
    const QByteArray post =
        "POST /dev/@connections/AAAAAAAAAAAAAAA= HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (int count = 1; count <= 3; ++count) {
        client->write(post);
        QTRY_COMPARE(received.count("HTTP/1.1 410 "), count);
    }
    client->write(post + post);
    QTRY_COMPARE(received.count("HTTP/1.1 410 "), 5);
}

/// And after them TLS's own goodbye, without which they might have been cut off by somebody.
void TestTls::lastWordsArrive()
{
    const auto client = newClient();
    client->write(request("GET", "/nowhere"));
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    const QByteArray received = client->readAll();
    QVERIFY2(received.startsWith("HTTP/1.1 403 ") && received.endsWith(R"({"message":"Forbidden"})"),
             received.constData());
}

void TestTls::plainHttpIsToldSo()
{
    RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
    client.send(request("GET", "/dev"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.received().startsWith("HTTP/1.1 400 ") && client.received().contains("speaks TLS"),
             client.received().constData());
}

void TestTls::whatIsNoTlsIsToldSo()
{
    RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
    client.send(QByteArray(100'000, '\0'));
    QTRY_VERIFY(client.isClosed());
}

void TestTls::aBrokenRecordEndsTheConnection()
{
    for (const QByteArray &bytes : {QByteArray("\x16garbage that is no greeting at all"),
                                    QByteArray("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00", 10)}) {
        RawClient client(m_gateway->stageAddress(QStringLiteral("dev")));
        client.send(bytes);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.received().contains("HTTP"));
    }
}

void TestTls::aSilentClientIsLetGo()
{
    FakeClock clock;
    GatewayOptions options;
    options.port = 0;
    options.tls.identity = TlsOptions::Identity::SelfSigned;
    Gateway gateway(options, clock);
    QVERIFY(gateway.start().has_value());
    RawClient silent(gateway.stageAddress(QStringLiteral("dev")));
    // Half a greeting.
    silent.send(QByteArray("\x16\x03\x01", 3));
    QTRY_VERIFY(clock.pendingAlarms() > 0);
    clock.advance(10s);
    clock.advance(2s);
    QTRY_VERIFY(silent.isClosed());
}

/// Though what we say has to wait until the two have agreed on their keys.
void TestTls::oneTooManyIsTold()
{
    GatewayOptions options;
    options.port = 0;
    options.clientLimit = 1;
    options.tls.identity = TlsOptions::Identity::SelfSigned;
    Gateway gateway(options, m_clock);
    QVERIFY(gateway.start().has_value());
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("new ones are refused")));
    std::array<QSslSocket, 2> clients;
    for (QSslSocket &client : clients) {
        // It may be over as soon as it has begun.
        const QSignalSpy encrypted(&client, &QSslSocket::encrypted);
        client.setSslConfiguration(m_configuration);
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), gateway.port());
        QTRY_COMPARE(encrypted.count(), 1);
    }
    QTRY_COMPARE(clients.at(1).state(), QAbstractSocket::UnconnectedState);
    QVERIFY(clients.at(1).readAll().startsWith("HTTP/1.1 503 "));
    QCOMPARE(clients.at(0).state(), QAbstractSocket::ConnectedState);
}

void TestTls::whoVanishesIsNoticed()
{
    QSignalSpy log(m_gateway.get(), &Gateway::accessLogged);
    const auto client = newWebSocket();
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    log.clear();
    client->abort();
    QTRY_VERIFY(!log.isEmpty());
    const auto entry = log.constFirst().constFirst().value<AccessEntry>();
    QCOMPARE(entry.kind, AccessEntry::Kind::Disconnect);
    QCOMPARE(entry.status, 1006);
}

void TestTls::shuttingDownSaysGoodbye()
{
    const auto client = newWebSocket();
    QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    const QSignalSpy stopped(m_gateway.get(), &Gateway::stopped);
    m_gateway->shutDown();
    QTRY_COMPARE(stopped.size(), 1);
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"

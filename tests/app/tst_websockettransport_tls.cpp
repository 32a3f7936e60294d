// SPDX-License-Identifier: MIT
#include "support/FrameServer.h"
#include "support/TestCertificates.h"
#include "support/TransportBench.h"

#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTest>

using namespace Greenroom;
using Bench = Test::TransportBench;
using Test::FrameServer;
using Test::serverFrame;
using Test::TestCertificates;
using Cause = TransportFailure::Cause;
using Trust = TlsChoice::Trust;

namespace {

QString loopbackNames()
{
    return QStringLiteral("DNS:localhost,IP:127.0.0.1");
}

} // namespace

/// Encrypted connections on the loopback: whom a WebSocketTransport trusts, and what it shows of itself.
class TestWebSocketTransportTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void trustsWhatTheChosenAuthorityHasSigned();
    void explainsWhomItDoesNotTrust_data();
    void explainsWhomItDoesNotTrust();
    void trustsOneCertificateWhateverIsWrongWithIt_data();
    void trustsOneCertificateWhateverIsWrongWithIt();
    void trustsNoOtherThanTheOneCertificate_data();
    void trustsNoOtherThanTheOneCertificate();
    void showsItsOwnCertificate();
    void opensAProtectedKey_data();
    void opensAProtectedKey();
    void explainsFilesThatAreOfNoUse_data();
    void explainsFilesThatAreOfNoUse();
    void losesNothingInAFlood();

private:
    std::unique_ptr<QTcpServer> serverWith(const QString &name,
                                           QSslSocket::PeerVerifyMode mode = QSslSocket::QueryPeer) const;
    ConnectRequest requestFor(const FrameServer &server, const TlsChoice &tls,
                              const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return {server.address(QStringLiteral("wss"), host), {}, {}, tls};
    }
    TlsChoice authority() const
    {
        return {Trust::Authorities, m_certificates.path(QStringLiteral("authority.pem"))};
    }
    TlsChoice only(const QString &name) const
    {
        return {
            Trust::OneCertificate, {}, m_certificates.certificate(name).digest(QCryptographicHash::Sha256)};
    }

    TestCertificates m_certificates;
};

void TestWebSocketTransportTls::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl program makes the certificates.");
    QVERIFY(m_certificates.isValid());
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("authority"), QStringLiteral("DNS:authority.test")));
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("self-signed"), loopbackNames()));
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("another"), loopbackNames()));
    for (const char *name : {"good", "person"})
        QVERIFY(m_certificates.makeSigned(QLatin1String(name), QStringLiteral("authority"), loopbackNames()));
    QVERIFY(m_certificates.makeSigned(QStringLiteral("other-host"), QStringLiteral("authority"),
                                      QStringLiteral("DNS:elsewhere.test")));
    QVERIFY(m_certificates.makeSigned(QStringLiteral("expired"), QStringLiteral("authority"), loopbackNames(),
                                      -1));
}

std::unique_ptr<QTcpServer> TestWebSocketTransportTls::serverWith(const QString &name,
                                                                  QSslSocket::PeerVerifyMode mode) const
{
    return m_certificates.server(name, mode);
}

void TestWebSocketTransportTls::trustsWhatTheChosenAuthorityHasSigned()
{
    for (const auto *host : {"127.0.0.1", "localhost"}) {
        FrameServer server(serverWith(QStringLiteral("good")));
        Bench bench;
        bench.transport->open(requestFor(server, authority(), QLatin1String(host)));
        QTRY_COMPARE(bench.opened.count(), 1);
        server.sendText("Hello");
        QTRY_COMPARE(bench.texts.count(), 1);
        bench.transport->sendText(QStringLiteral("Hello yourself"));
        QTRY_COMPARE(server.frames(), QList<QByteArray>{"1:Hello yourself"});
        bench.transport->close();
        QTRY_COMPARE(server.frames().size(), 2);
        server.send(serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1000)));
        QTRY_COMPARE(bench.closed.count(), 1);
        QCOMPARE(bench.closed.at(0).at(0).toInt(), 1000);
    }
}

void TestWebSocketTransportTls::explainsWhomItDoesNotTrust_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("byAuthority");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *name, bool byAuthority, const char *words) {
        QTest::newRow(title) << QString::fromLatin1(name) << byAuthority << QString::fromLatin1(words);
    };
    row("self-signed, by the system", "self-signed", false, "self-signed");
    row("self-signed, by an authority", "self-signed", true, "self-signed");
    row("of an authority that the system does not know", "good", false, "authority that is not trusted");
    row("expired", "expired", true, "has expired");
    row("made for another host", "other-host", true, "made for another host");
}

void TestWebSocketTransportTls::explainsWhomItDoesNotTrust()
{
    QFETCH(QString, name);
    QFETCH(bool, byAuthority);
    QFETCH(QString, words);
    const FrameServer server(serverWith(name));
    Bench bench;
    bench.transport->open(requestFor(server, byAuthority ? authority() : TlsChoice()));
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Certificate);
    QCOMPARE(bench.failure().certificate, m_certificates.certificate(name));
    QVERIFY2(bench.failure().message.contains(words), qPrintable(bench.failure().message));
    QVERIFY(server.request.isEmpty());
}

void TestWebSocketTransportTls::trustsOneCertificateWhateverIsWrongWithIt_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"self-signed", "good", "expired", "other-host"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestWebSocketTransportTls::trustsOneCertificateWhateverIsWrongWithIt()
{
    QFETCH(QString, name);
    const FrameServer server(serverWith(name));
    Bench bench;
    bench.transport->open(requestFor(server, only(name)));
    QTRY_COMPARE(bench.opened.count() + bench.ends(), 1);
    QCOMPARE(bench.opened.count(), 1);
}

void TestWebSocketTransportTls::trustsNoOtherThanTheOneCertificate_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSystemTrusted");
    QTest::newRow("another that is self-signed") << QStringLiteral("another") << false;
    QTest::newRow("another that an authority has signed") << QStringLiteral("good") << false;
    QTest::newRow("another that the system trusts") << QStringLiteral("good") << true;
}

void TestWebSocketTransportTls::trustsNoOtherThanTheOneCertificate()
{
    QFETCH(QString, name);
    QFETCH(bool, isSystemTrusted);
    const auto usual = QSslConfiguration::defaultConfiguration();
    auto trusting = usual;
    trusting.addCaCertificate(m_certificates.certificate(QStringLiteral("authority")));
    if (isSystemTrusted)
        QSslConfiguration::setDefaultConfiguration(trusting);
    const FrameServer server(serverWith(name));
    Bench bench;
    bench.transport->open(requestFor(server, only(QStringLiteral("self-signed"))));
    QSslConfiguration::setDefaultConfiguration(usual);
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Certificate);
    QCOMPARE(bench.failure().certificate, m_certificates.certificate(name));
    QVERIFY2(bench.failure().message.contains(QStringLiteral("another certificate")),
             qPrintable(bench.failure().message));
    QCOMPARE(bench.opened.count(), 0);
    QVERIFY(server.request.isEmpty());
}

void TestWebSocketTransportTls::showsItsOwnCertificate()
{
    const FrameServer server(serverWith(QStringLiteral("good"), QSslSocket::VerifyPeer));
    TlsChoice choice = authority();
    choice.certificateFile = m_certificates.path(QStringLiteral("person.pem"));
    choice.keyFile = m_certificates.path(QStringLiteral("person.key"));
    Bench bench;
    bench.transport->open(requestFor(server, choice));
    QTRY_COMPARE(bench.opened.count(), 1);
    const auto *socket = qobject_cast<QSslSocket *>(server.client);
    QCOMPARE(socket->peerCertificate(), m_certificates.certificate(QStringLiteral("person")));
}

void TestWebSocketTransportTls::opensAProtectedKey_data()
{
    QTest::addColumn<bool>("isTraditional");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const QString right = QStringLiteral("schlüssel, öffne dich");
    QTest::newRow("with its passphrase") << false << right << QString();
    QTest::newRow("in the older form") << true << right << QString();
    QTest::newRow("not with another")
        << false << QStringLiteral("planted") << QStringLiteral("does not open the key");
    QTest::newRow("not without any") << false << QString() << QStringLiteral("protected by a passphrase");
    QTest::newRow("not without any in the older form")
        << true << QString() << QStringLiteral("protected by a passphrase");
}

void TestWebSocketTransportTls::opensAProtectedKey()
{
    QFETCH(const bool, isTraditional);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    const QString right = QStringLiteral("schlüssel, öffne dich");
    QVERIFY(m_certificates.protectKey(QStringLiteral("person"), right, isTraditional));
    const FrameServer server(serverWith(QStringLiteral("good"), QSslSocket::VerifyPeer));
    TlsChoice choice = authority();
    choice.certificateFile = m_certificates.path(QStringLiteral("person.pem"));
    choice.keyFile = m_certificates.path(QStringLiteral("person-protected.key"));
    ConnectRequest request = requestFor(server, choice);
    request.keyPassphrase = typed;
    Bench bench;
    bench.transport->open(request);
    QTRY_COMPARE(bench.opened.count() + bench.failed.count(), 1);
    QCOMPARE(bench.opened.count(), words.isEmpty() ? 1 : 0);
    if (words.isEmpty())
        return;
    QCOMPARE(bench.failure().cause, Cause::Tls);
    QVERIFY2(bench.failure().message.contains(words), qPrintable(bench.failure().message));
    QVERIFY(typed.isEmpty() || !bench.failure().message.contains(typed));
}

void TestWebSocketTransportTls::explainsFilesThatAreOfNoUse_data()
{
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("certificateFile");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *ca, const char *certificate, const char *key,
                        const char *words) {
        QTest::newRow(title) << QString::fromLatin1(ca) << QString::fromLatin1(certificate)
                             << QString::fromLatin1(key) << QString::fromLatin1(words);
    };
    row("no such authority", "missing.pem", "", "", "missing.pem cannot be read");
    row("an authority that is none", "good.key", "", "", "good.key holds no certificate");
    row("a certificate without a key", "authority.pem", "person.pem", "", "takes two files");
    row("no such certificate", "authority.pem", "missing.pem", "person.key", "missing.pem cannot be read");
    row("a key that is none", "authority.pem", "person.pem", "person.pem", "holds no private key");
    row("a key of another certificate", "authority.pem", "person.pem", "good.key", "belong together");
}

void TestWebSocketTransportTls::explainsFilesThatAreOfNoUse()
{
    QFETCH(QString, caFile);
    QFETCH(QString, certificateFile);
    QFETCH(QString, keyFile);
    QFETCH(QString, words);
    const auto inFull = [this](const QString &name) {
        return name.isEmpty() ? name : m_certificates.path(name);
    };
    const FrameServer server(serverWith(QStringLiteral("good"), QSslSocket::VerifyPeer));
    Bench bench;
    bench.transport->open(requestFor(
        server, {Trust::Authorities, inFull(caFile), {}, inFull(certificateFile), inFull(keyFile)}));
    QTRY_COMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.failure().cause, Cause::Tls);
    QVERIFY2(bench.failure().message.contains(words), qPrintable(bench.failure().message));
}

/// TLS has buffers of its own, which must not stall where ours is full.
void TestWebSocketTransportTls::losesNothingInAFlood()
{
    constexpr int count = 50'000;
    const FrameServer server(serverWith(QStringLiteral("good")));
    Bench bench;
    bench.transport->open(requestFor(server, authority()));
    QTRY_COMPARE(bench.opened.count(), 1);
    QByteArray bytes;
    for (int number = 0; number < count; ++number)
        bytes += serverFrame(FrameHeader::Text, QByteArray::number(number) + QByteArray(50, '.'));
    server.send(bytes + serverFrame(FrameHeader::Text, QByteArray(WebSocketTransport::largestMessage, 'x'))
                + serverFrame(FrameHeader::Close, CloseFrame::payloadFor(1001)));
    server.client->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed.count(), 1, 60'000);
    QCOMPARE(bench.texts.count(), count + 1);
}

QTEST_GUILESS_MAIN(TestWebSocketTransportTls)
#include "tst_websockettransport_tls.moc"

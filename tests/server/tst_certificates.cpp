// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"
#include "gateway/Gateway.h"
#include "tls/SelfSignedCertificate.h"
#include "tls/TlsContext.h"

#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Certificates of our own making, and what may be wrong with those of others.
class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCertificateIsKept();
    void aCertificateIsMadeAnewInTime();
    void mistakesAreNamed_data();
    void mistakesAreNamed();

private:
    SystemClock m_clock;
};

void TestCertificates::theCertificateIsKept()
{
    const QTemporaryDir directory;
    const QDir folder(directory.path());
    const auto first = SelfSignedCertificate::kept(folder, m_clock.wallTime());
    QVERIFY(first.has_value());
    const QFileInfo key(folder.filePath(QStringLiteral("certificate-key.pem")));
    QCOMPARE(key.permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const auto again = SelfSignedCertificate::kept(folder, m_clock.wallTime());
    QVERIFY(again.has_value());
    QCOMPARE(again->certificate, first->certificate);
    QCOMPARE(again->key, first->key);
    const QSslCertificate certificate(again->certificate);
    QCOMPARE((*TlsContext::fromPem(again->certificate, again->key))->fingerprint(),
             certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    const auto names = certificate.subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
}

void TestCertificates::aCertificateIsMadeAnewInTime()
{
    const QTemporaryDir directory;
    const QDir folder(directory.path());
    const auto now = m_clock.wallTime();
    const auto first = SelfSignedCertificate::kept(folder, now);
    QVERIFY(first.has_value());
    const auto end = now + SelfSignedCertificate::lifetime - 24h;
    QCOMPARE(SelfSignedCertificate::kept(folder, end - 25h)->certificate, first->certificate);
    QVERIFY(SelfSignedCertificate::kept(folder, end - 23h)->certificate != first->certificate);
    write(folder.filePath(QStringLiteral("certificate-key.pem")), "damaged");
    QVERIFY(SelfSignedCertificate::kept(folder, now)->isValidAt(now));
    // The key of another is none either.
    write(folder.filePath(QStringLiteral("certificate.pem")), first->certificate);
    QVERIFY(SelfSignedCertificate::kept(folder, now)->certificate != first->certificate);
    QVERIFY(!SelfSignedCertificate::kept(QDir(folder.filePath(QStringLiteral("none"))), now).has_value());
}

void TestCertificates::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("part");
    const auto now = m_clock.wallTime();
    const auto one = *SelfSignedCertificate::make(now);
    const auto other = *SelfSignedCertificate::make(now);
    const QByteArray encrypted = QSslKey(one.key, QSsl::Ec).toPem("a pass phrase");
    QTest::newRow("an empty certificate")
        << QByteArray() << one.key << QStringLiteral("holds no certificate");
    QTest::newRow("a key for a certificate") << one.key << one.key << QStringLiteral("holds no certificate");
    QTest::newRow("an empty key") << one.certificate << QByteArray()
                                  << QStringLiteral("holds no private key");
    QTest::newRow("a certificate for a key")
        << one.certificate << one.certificate << QStringLiteral("holds no private key");
    QTest::newRow("the key of another") << one.certificate << other.key << QStringLiteral("is not that of");
    QTest::newRow("an encrypted key") << one.certificate << encrypted << QStringLiteral("is encrypted");
    QTest::newRow("no key file") << one.certificate << QByteArray("none") << QStringLiteral("cannot be read");
}

void TestCertificates::mistakesAreNamed()
{
    QFETCH(const QByteArray, certificate);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, part);
    const QTemporaryDir directory;
    GatewayOptions options;
    options.port = 0;
    options.tls = {TlsOptions::Identity::Files, directory.filePath(QStringLiteral("c.pem")),
                   directory.filePath(QStringLiteral("k.pem"))};
    write(options.tls.certificateFile, certificate);
    if (key != "none")
        write(options.tls.keyFile, key);
    Gateway gateway(options, m_clock);
    const auto started = gateway.start();
    QVERIFY(!started.has_value());
    QVERIFY2(started.error().message.contains(part), qPrintable(started.error().message));
    QVERIFY(started.error().message.contains(QStringLiteral(".pem")));
    QCOMPARE(gateway.startFailure(), Gateway::StartFailure::Certificate);
    QCOMPARE(gateway.port(), quint16(0));
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"

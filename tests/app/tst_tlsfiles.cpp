// SPDX-License-Identifier: MIT
#include "stages/TlsFiles.h"
#include "support/SampleCertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// Files that are to be used for TLS.
class TestTlsFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void takesACertificateAndItsKey();
    void takesAProtectedKeyWithItsPassphrase();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QString write(const QByteArray &contents) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestTlsFiles::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
}

QString TestTlsFiles::write(const QByteArray &contents) const
{
    QFile file(m_directory->filePath(QStringLiteral("file.pem")));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("no file");
    return file.fileName();
}

void TestTlsFiles::takesACertificateAndItsKey()
{
    QVERIFY(TlsFiles::checkCertificates(write(certificatePem())));
    QVERIFY(TlsFiles::checkCertificates(write(certificatePem() + certificatePem())));
    QVERIFY(TlsFiles::checkKey(write(keyPem())));
}

void TestTlsFiles::takesAProtectedKeyWithItsPassphrase()
{
    const QString path = write(protectedKeyPem());
    QVERIFY(TlsFiles::checkKey(path, passphrase()));
    const auto without = TlsFiles::checkKey(path);
    QVERIFY(!without && without.error().message.contains(QStringLiteral("type it below")));
    const auto other = TlsFiles::checkKey(path, QStringLiteral("planted"));
    QVERIFY(!other && other.error().message.contains(QStringLiteral("does not open")));
    QVERIFY(!other.error().message.contains(QStringLiteral("planted")));
    // One that needs none takes any.
    QVERIFY(TlsFiles::checkKey(write(keyPem()), passphrase()));
}

void TestTlsFiles::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("contents");

    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("a text") << QByteArray("Hello");
    QTest::newRow("a certificate cut short") << certificatePem().left(200);
    QTest::newRow("random bytes") << QByteArray("\x30\x82\x00\xff-----BEGIN", 14);
}

void TestTlsFiles::saysWhatIsWrong()
{
    QFETCH(QByteArray, contents);
    const QString path = write(contents);
    const auto certificates = TlsFiles::checkCertificates(path);
    QVERIFY(!certificates && certificates.error().message.contains(path));
    const auto key = TlsFiles::checkKey(path);
    QVERIFY(!key && key.error().message.contains(path));
    QVERIFY(!TlsFiles::checkKey(write(certificatePem())));
    QVERIFY(!TlsFiles::checkCertificates(write(keyPem())));
    QVERIFY(!TlsFiles::checkKey(QString()));
    QVERIFY(!TlsFiles::checkCertificates(QStringLiteral("/nowhere")));
}

QTEST_GUILESS_MAIN(TestTlsFiles)
#include "tst_tlsfiles.moc"

// SPDX-License-Identifier: MIT
#include "localstage/LocalStage.h"
#include "localstage/LocalStageTrust.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

namespace {

/// The fingerprint of the certificate that is shown at `stage`; empty where nobody speaks TLS.
QByteArray shownAt(const QUrl &stage)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::QueryPeer);
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&socket] { socket.ignoreSslErrors(); });
    socket.connectToHostEncrypted(stage.host(), static_cast<quint16>(stage.port()));
    if (!socket.waitForEncrypted())
        return {};
    return socket.peerCertificate().digest(QCryptographicHash::Sha256);
}

/// Starts `stage` and says where it is then; empty after a failure.
QUrl start(LocalStage &stage)
{
    const QSignalSpy started(&stage, &LocalStage::started);
    const QSignalSpy failed(&stage, &LocalStage::failed);
    stage.start();
    // QTRY_ returns nothing.
    [&] { QTRY_COMPARE(started.count() + failed.count(), 1); }();
    return stage.address();
}

} // namespace

/// The local stage with a certificate that was made for it.
class TestLocalStageTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void speaksTlsOnlyIfChosen();
    void keepsItsCertificateForTheNextStart();
    void keepsTheKeyForItsOwnerOnly();
    void keepsNothingWithoutADataDirectory();
    void movesWhenTheChoiceChanges();
    void takesAChoiceThatChangesWhileItStarts();
    void canEndWhileItMoves();
    void saysWhyItHasNoCertificate();
    void isTrustedByItsFingerprint_data();
    void isTrustedByItsFingerprint();
    void isTrustedWhereverItMoves();

private:
    static ConnectRequest requestFor(const LocalStage &stage, const QUrl &address)
    {
        ConnectRequests requests;
        requests.add(LocalStageTrust::part(stage));
        return requests.requestFor(address);
    }
};

void TestLocalStageTls::speaksTlsOnlyIfChosen()
{
    LocalStage plain({});
    QCOMPARE(start(plain).scheme(), QStringLiteral("ws"));
    QVERIFY(plain.fingerprint().isEmpty());
    LocalStage encrypted({});
    encrypted.setEncrypted(true);
    QCOMPARE(start(encrypted).scheme(), QStringLiteral("wss"));
    QCOMPARE(encrypted.fingerprint().size(), 32);
    QCOMPARE(shownAt(encrypted.address()), encrypted.fingerprint());
}

void TestLocalStageTls::keepsItsCertificateForTheNextStart()
{
    const QTemporaryDir directory;
    QByteArray first;
    {
        LocalStage stage(directory.path());
        stage.setEncrypted(true);
        QVERIFY(!start(stage).isEmpty());
        first = stage.fingerprint();
        const QList<QSslCertificate> kept = QSslCertificate::fromPath(stage.certificateFile());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.constFirst().digest(QCryptographicHash::Sha256), first);
    }
    LocalStage again(directory.path());
    again.setEncrypted(true);
    QVERIFY(!start(again).isEmpty());
    QCOMPARE(again.fingerprint(), first);
}

void TestLocalStageTls::keepsTheKeyForItsOwnerOnly()
{
    const QTemporaryDir directory;
    LocalStage stage(directory.path());
    stage.setEncrypted(true);
    QVERIFY(!start(stage).isEmpty());
    const QFileInfoList files = QDir(directory.path()).entryInfoList({QStringLiteral("*key*")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(files.constFirst().permissions() & others));
}

void TestLocalStageTls::keepsNothingWithoutADataDirectory()
{
    LocalStage stage({});
    LocalStage other({});
    for (LocalStage *one : {&stage, &other}) {
        one->setEncrypted(true);
        QVERIFY(!start(*one).isEmpty());
        QVERIFY(one->certificateFile().isEmpty());
    }
    QVERIFY(stage.fingerprint() != other.fingerprint());
}

void TestLocalStageTls::movesWhenTheChoiceChanges()
{
    const QTemporaryDir directory;
    LocalStage stage(directory.path());
    QSignalSpy moved(&stage, &LocalStage::moved);
    const QUrl plain = start(stage);
    QCOMPARE(moved.count(), 0);
    stage.setEncrypted(true);
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(moved.at(0), (QVariantList{plain, stage.address()}));
    QCOMPARE(stage.address().scheme(), QStringLiteral("wss"));
    QCOMPARE(shownAt(stage.address()), stage.fingerprint());
    stage.setEncrypted(false);
    QTRY_COMPARE(moved.count(), 2);
    QCOMPARE(stage.address().scheme(), QStringLiteral("ws"));
    QVERIFY(stage.fingerprint().isEmpty());
}

void TestLocalStageTls::takesAChoiceThatChangesWhileItStarts()
{
    LocalStage stage({});
    QSignalSpy started(&stage, &LocalStage::started);
    stage.start();
    stage.setEncrypted(true);
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(stage.address().scheme(), QStringLiteral("wss"));
}

void TestLocalStageTls::canEndWhileItMoves()
{
    LocalStage stage({});
    QVERIFY(!start(stage).isEmpty());
    stage.setEncrypted(true);
    // What matters is that its end, here, warns of nothing.
}

void TestLocalStageTls::saysWhyItHasNoCertificate()
{
    const QTemporaryDir directory;
    LocalStage stage(directory.path());
    QVERIFY(!start(stage).isEmpty());
    QSignalSpy failed(&stage, &LocalStage::failed);
    // Nothing can be written over a folder.
    QVERIFY(QDir().mkpath(stage.certificateFile() + QStringLiteral("/in the way")));
    stage.setEncrypted(true);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY2(failed.at(0).at(0).toString().contains(QStringLiteral("certificate.pem")),
             qPrintable(failed.at(0).at(0).toString()));
    QVERIFY(stage.address().isEmpty());
    stage.setEncrypted(false);
    QCOMPARE(start(stage).scheme(), QStringLiteral("ws"));
}

void TestLocalStageTls::isTrustedByItsFingerprint_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("fartherPort");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isTrusted");
    const auto row = [](const char *title, const char *scheme, const char *host, int fartherPort,
                        const char *path, bool isTrusted) {
        QTest::newRow(title) << QString::fromLatin1(scheme) << QString::fromLatin1(host) << fartherPort
                             << QString::fromLatin1(path) << isTrusted;
    };
    row("its own address", "wss", "127.0.0.1", 0, "/dev", true);
    row("by this machine's name", "wss", "localhost", 0, "/dev", true);
    row("another stage of the same gateway", "wss", "127.0.0.1", 0, "/prod", true);
    row("another port", "wss", "127.0.0.1", 1, "/dev", false);
    row("another host", "wss", "chat.example.com", 0, "/dev", false);
    row("without TLS", "ws", "127.0.0.1", 0, "/dev", false);
}

void TestLocalStageTls::isTrustedByItsFingerprint()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, host);
    QFETCH(const int, fartherPort);
    QFETCH(const QString, path);
    LocalStage stage({});
    stage.setEncrypted(true);
    QUrl address = start(stage);
    address.setScheme(scheme);
    address.setHost(host);
    address.setPort(address.port() + fartherPort);
    address.setPath(path);
    const TlsChoice tls = requestFor(stage, address).tls;
    QTEST(tls.trust == TlsChoice::Trust::OneCertificate, "isTrusted");
    QCOMPARE(tls.fingerprint.isEmpty(), tls.trust == TlsChoice::Trust::System);
}

void TestLocalStageTls::isTrustedWhereverItMoves()
{
    LocalStage stage({});
    QVERIFY(!start(stage).isEmpty());
    QCOMPARE(requestFor(stage, stage.address()).tls, TlsChoice());
    QSignalSpy moved(&stage, &LocalStage::moved);
    stage.setEncrypted(true);
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(requestFor(stage, stage.address()).tls.fingerprint, stage.fingerprint());
}

QTEST_GUILESS_MAIN(TestLocalStageTls)
#include "tst_localstage_tls.moc"

// SPDX-License-Identifier: MIT
#include "signin/AuthApi.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"
#include "support/TestCertificates.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using Trust = TlsChoice::Trust;

namespace {

QString namesOfThisMachine()
{
    return QStringLiteral("DNS:localhost,IP:127.0.0.1");
}

} // namespace

/// Whose certificate is accepted of an Auth API on the stage's host, before a password goes there.
class TestAuthApiTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void trustsWhatTheChosenAuthorityHasSigned();
    void trustsTheOneCertificateWhateverIsWrongWithIt_data();
    void trustsTheOneCertificateWhateverIsWrongWithIt();
    void sendsNoPasswordToAnotherCertificate_data();
    void sendsNoPasswordToAnotherCertificate();
    void saysOtherwiseWhereNobodyHasChosen();
    void showsItsOwnCertificate_data();
    void showsItsOwnCertificate();

private:
    TlsChoice only(const QString &name) const
    {
        return {
            Trust::OneCertificate, {}, m_certificates.certificate(name).digest(QCryptographicHash::Sha256)};
    }
    static AuthRequest requestTo(const AuthServer &server, const TlsChoice &tls)
    {
        return {server.url("https"), QStringLiteral("ann"), QStringLiteral("planted"), false, tls};
    }

    TestCertificates m_certificates;
    FakeClock m_clock;
};

void TestAuthApiTls::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl program makes the certificates.");
    QVERIFY(m_certificates.isValid());
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("authority"), QStringLiteral("DNS:authority.test")));
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("self-signed"), namesOfThisMachine()));
    QVERIFY(m_certificates.makeSelfSigned(QStringLiteral("another"), namesOfThisMachine()));
    const QString authority = QStringLiteral("authority");
    QVERIFY(m_certificates.makeSigned(QStringLiteral("good"), authority, namesOfThisMachine()));
    QVERIFY(m_certificates.makeSigned(QStringLiteral("expired"), authority, namesOfThisMachine(), -1));
    QVERIFY(m_certificates.makeSigned(QStringLiteral("other-host"), authority,
                                      QStringLiteral("DNS:elsewhere.test")));
}

void TestAuthApiTls::trustsWhatTheChosenAuthorityHasSigned()
{
    AuthServer server(m_certificates.server(QStringLiteral("good")));
    server.answerJson(R"({"token":"t"})");
    AuthApi api(m_clock);
    QSignalSpy granted(&api, &AuthApi::granted);
    api.ask(requestTo(server, {Trust::Authorities, m_certificates.path(QStringLiteral("authority.pem"))}));
    QTRY_COMPARE(granted.count(), 1);
}

void TestAuthApiTls::trustsTheOneCertificateWhateverIsWrongWithIt_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"self-signed", "good", "expired", "other-host"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestAuthApiTls::trustsTheOneCertificateWhateverIsWrongWithIt()
{
    QFETCH(const QString, name);
    AuthServer server(m_certificates.server(name));
    server.answerJson(R"({"token":"t"})");
    AuthApi api(m_clock);
    const QSignalSpy granted(&api, &AuthApi::granted);
    const QSignalSpy failed(&api, &AuthApi::failed);
    api.ask(requestTo(server, only(name)));
    QTRY_COMPARE(granted.count() + failed.count(), 1);
    QCOMPARE(granted.count(), 1);
    QCOMPARE(server.requests().size(), 1);
}

void TestAuthApiTls::sendsNoPasswordToAnotherCertificate_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSystemTrusted");
    QTest::newRow("another that is self-signed") << QStringLiteral("another") << false;
    QTest::newRow("another that an authority has signed") << QStringLiteral("good") << false;
    QTest::newRow("another that the system trusts") << QStringLiteral("good") << true;
}

void TestAuthApiTls::sendsNoPasswordToAnotherCertificate()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isSystemTrusted);
    const auto usual = QSslConfiguration::defaultConfiguration();
    auto trusting = usual;
    trusting.addCaCertificate(m_certificates.certificate(QStringLiteral("authority")));
    if (isSystemTrusted)
        QSslConfiguration::setDefaultConfiguration(trusting);
    const AuthServer server(m_certificates.server(name));
    AuthApi api(m_clock);
    QSignalSpy failed(&api, &AuthApi::failed);
    api.ask(requestTo(server, only(QStringLiteral("self-signed"))));
    QSslConfiguration::setDefaultConfiguration(usual);
    QTRY_COMPARE(failed.count(), 1);
    const QString sentence = failed.at(0).at(0).value<AuthFailure>().message;
    QVERIFY2(sentence.contains(QStringLiteral("another certificate than the one that is trusted")),
             qPrintable(sentence));
    QVERIFY(!api.isUnderWay());
    QTRY_VERIFY(!server.hasClient());
    QVERIFY(server.requests().isEmpty());
}

void TestAuthApiTls::saysOtherwiseWhereNobodyHasChosen()
{
    const AuthServer server(m_certificates.server(QStringLiteral("self-signed")));
    AuthApi api(m_clock);
    QSignalSpy failed(&api, &AuthApi::failed);
    api.ask(requestTo(server, {}));
    QTRY_COMPARE(failed.count(), 1);
    const QString sentence = failed.at(0).at(0).value<AuthFailure>().message;
    QVERIFY2(sentence.contains(QStringLiteral("No secure connection to 127.0.0.1")), qPrintable(sentence));
    QVERIFY(server.requests().isEmpty());
}

void TestAuthApiTls::showsItsOwnCertificate_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("with the passphrase of its key") << QStringLiteral("open sesame") << QString();
    QTest::newRow("not with another") << QStringLiteral("planted") << QStringLiteral("does not open the key");
}

void TestAuthApiTls::showsItsOwnCertificate()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    const QString good = QStringLiteral("good");
    QVERIFY(m_certificates.protectKey(good, QStringLiteral("open sesame")));
    AuthServer server(m_certificates.server(good, QSslSocket::VerifyPeer));
    server.answerJson(R"({"token":"t"})");
    AuthRequest request = requestTo(server, only(good));
    request.tls.certificateFile = m_certificates.path(QStringLiteral("good.pem"));
    request.tls.keyFile = m_certificates.path(QStringLiteral("good-protected.key"));
    request.keyPassphrase = typed;
    AuthApi api(m_clock);
    const QSignalSpy granted(&api, &AuthApi::granted);
    QSignalSpy failed(&api, &AuthApi::failed);
    api.ask(request);
    QTRY_COMPARE(granted.count() + failed.count(), 1);
    QCOMPARE(failed.count(), words.isEmpty() ? 0 : 1);
    if (words.isEmpty())
        return;
    const QString sentence = failed.at(0).at(0).value<AuthFailure>().message;
    QVERIFY2(sentence.contains(words) && !sentence.contains(typed), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestAuthApiTls)
#include "tst_authapi_tls.moc"

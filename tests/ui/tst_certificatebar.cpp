// SPDX-License-Identifier: MIT
#include "support/SampleCertificate.h"
#include "support/StagesBench.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StagesBench;

/// What can be done about a stage whose certificate is not trusted.
class TestCertificateBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isOfferedForUntrustedCertificatesOnly();
    void showsTheCertificateAndWhy();
    void trustsExactlyThisOneAndConnectsAgain();
    void trustsNothingOnCancel();
    void goesWithTheNextAttempt();

private:
    void fail(TransportFailure::Cause cause = TransportFailure::Cause::Certificate) const;
    bool isOffered() const { return find<QWidget>(*m_bench->window, "certificateBar").isVisible(); }
    QDialog &show() const;
    TlsChoice tls() const { return m_bench->services.savedStages.options(stage()).tls; }
    static QUrl stage() { return Bench::url(QStringLiteral("a")); }

    std::unique_ptr<Bench> m_bench;
};

void TestCertificateBar::init()
{
    // All but what Qt says of each dialog where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_bench = std::make_unique<Bench>(QStringList{QStringLiteral("a")});
    Test::connectTo(*m_bench->window, stage().toString());
}

void TestCertificateBar::fail(TransportFailure::Cause cause) const
{
    Q_EMIT m_bench->transports.transport().failed(
        {0, QStringLiteral("It is self-signed."), cause, certificate()});
}

QDialog &TestCertificateBar::show() const
{
    QTest::mouseClick(&find<QPushButton>(find<QWidget>(*m_bench->window, "certificateBar"), "answer0"),
                      Qt::LeftButton);
    return find<QDialog>(*m_bench->window, "certificateDialog");
}

void TestCertificateBar::isOfferedForUntrustedCertificatesOnly()
{
    QVERIFY(!isOffered());
    fail(TransportFailure::Cause::Network);
    QVERIFY(!isOffered());
    Test::connectTo(*m_bench->window, stage().toString());
    fail();
    QVERIFY(isOffered());
}

void TestCertificateBar::showsTheCertificateAndWhy()
{
    fail();
    QDialog &dialog = show();
    QCOMPARE(words(dialog, "certificateSubject"), QStringLiteral("chat.example.com, Example Stages"));
    QCOMPARE(words(dialog, "certificateIssuer"), QStringLiteral("chat.example.com, Example Stages"));
    QVERIFY(words(dialog, "certificateHosts").contains(QStringLiteral("chat.example.org")));
    QVERIFY(words(dialog, "certificateValidity").contains(QStringLiteral("2126")));
    QCOMPARE(words(dialog, "certificateFingerprint").remove(QLatin1Char('\n')), fingerprint());
    QCOMPARE(find<QWidget>(dialog, "certificateReason").accessibleName(),
             QStringLiteral("It is self-signed."));
}

void TestCertificateBar::trustsExactlyThisOneAndConnectsAgain()
{
    fail();
    QTest::mouseClick(&find<QPushButton>(show(), "trustThis"), Qt::LeftButton);
    QCOMPARE(tls().trust, TlsChoice::Trust::OneCertificate);
    QCOMPARE(tls().fingerprint, QByteArray::fromHex(fingerprint().toLatin1()));
    QCOMPARE(m_bench->transports.count(), 2);
    QCOMPARE(m_bench->transports.last().address, stage());
    QVERIFY(!isOffered());
}

void TestCertificateBar::trustsNothingOnCancel()
{
    fail();
    QTest::keyClick(&show(), Qt::Key_Return);
    QVERIFY(tls() == TlsChoice());
    QCOMPARE(m_bench->transports.count(), 1);
    // One may have another look.
    QVERIFY(isOffered());
}

void TestCertificateBar::goesWithTheNextAttempt()
{
    fail();
    Test::connectTo(*m_bench->window, stage().toString());
    QVERIFY(!isOffered());
    Q_EMIT m_bench->transports.transport().opened();
    QVERIFY(!isOffered());
}

QTEST_MAIN(TestCertificateBar)
#include "tst_certificatebar.moc"

// SPDX-License-Identifier: MIT
#include "stages/OptionsRequest.h"
#include "support/SampleCertificate.h"
#include "support/StageDialogBench.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StageDialogBench;

/// What is typed into the settings of a stage for a key and a proxy: it goes to the secrets and nowhere else.
class TestStageDialogSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsThePassphraseOfAKey();
    void explainsAPassphraseThatDoesNotOpen();
    void forgetsThePassphraseWithTheKey();
    void keepsWhoOneIsToAProxy();
    void explainsALoginThatCannotBe_data();
    void explainsALoginThatCannotBe();
    void forgetsTheLoginWithTheProxy();
    void showsNoPasswordForAnotherProxy();
    void hidesWhatIsTyped();

private:
    QString write(const char *name, const QByteArray &contents) const;
    void typeKey() const;
    void typeProxy() const;
    ConnectRequest request() const;
    QByteArray settings() const;

    std::unique_ptr<Bench> m_bench;
    QTemporaryDir m_directory;
};

void TestStageDialogSecrets::init()
{
    // All but what Qt says of each dialog where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_bench = std::make_unique<Bench>();
    m_bench->services.connectRequests.add(
        OptionsRequest::part(m_bench->services.savedStages, m_bench->services.secrets));
}

QString TestStageDialogSecrets::write(const char *name, const QByteArray &contents) const
{
    QFile file(m_directory.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("no file");
    return file.fileName();
}

void TestStageDialogSecrets::typeKey() const
{
    m_bench->open();
    m_bench->showTab(2);
    m_bench->field<QLineEdit>("certificateFile").setText(write("certificate.pem", certificatePem()));
    m_bench->field<QLineEdit>("keyFile").setText(write("key.pem", protectedKeyPem()));
    m_bench->field<QLineEdit>("keyPassphrase").setText(passphrase());
}

void TestStageDialogSecrets::typeProxy() const
{
    m_bench->open();
    m_bench->showTab(3);
    m_bench->field<QRadioButton>("proxyManual").click();
    m_bench->field<QLineEdit>("proxyHost").setText(QStringLiteral("proxy.example.com"));
    m_bench->field<QSpinBox>("proxyPort").setValue(8080);
    m_bench->field<QLineEdit>("proxyUser").setText(QStringLiteral("planted-ann"));
    m_bench->field<QLineEdit>("proxyPassword").setText(QStringLiteral("planted word"));
}

ConnectRequest TestStageDialogSecrets::request() const
{
    return m_bench->services.connectRequests.requestFor(Bench::url(QStringLiteral("a")));
}

QByteArray TestStageDialogSecrets::settings() const
{
    m_bench->services.settings.sync();
    QFile file(m_bench->services.settings.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestStageDialogSecrets::keepsThePassphraseOfAKey()
{
    typeKey();
    QVERIFY(m_bench->accept());
    QCOMPARE(request().keyPassphrase, passphrase());
    QVERIFY(settings().contains("key.pem"));
    QVERIFY(!settings().contains("sesame"));
    // It is there again.
    m_bench->open();
    QCOMPARE(m_bench->field<QLineEdit>("keyPassphrase").text(), passphrase());
    QVERIFY(m_bench->accept());
    QCOMPARE(request().keyPassphrase, passphrase());
}

void TestStageDialogSecrets::explainsAPassphraseThatDoesNotOpen()
{
    typeKey();
    m_bench->field<QLineEdit>("keyPassphrase").clear();
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(m_bench->hint("ownHint").contains(QStringLiteral("protected by a passphrase")));
    m_bench->field<QLineEdit>("keyPassphrase").setText(QStringLiteral("planted"));
    QVERIFY(m_bench->hint("ownHint").isEmpty());
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(m_bench->hint("ownHint").contains(QStringLiteral("does not open")));
    QVERIFY(!m_bench->hint("ownHint").contains(QStringLiteral("planted")));
    QVERIFY(m_bench->secrets().keyPassphrase.isEmpty());
}

void TestStageDialogSecrets::forgetsThePassphraseWithTheKey()
{
    typeKey();
    QVERIFY(m_bench->accept());
    m_bench->open();
    m_bench->field<QLineEdit>("certificateFile").clear();
    m_bench->field<QLineEdit>("keyFile").clear();
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->services.secrets.of(m_bench->stage().address, Secrets::Kind::Headers).isEmpty());
}

void TestStageDialogSecrets::keepsWhoOneIsToAProxy()
{
    typeProxy();
    m_bench->addLine("headers", "Authorization", "hidden");
    QVERIFY(m_bench->accept());
    const ProxyLogin login{QStringLiteral("planted-ann"), QStringLiteral("planted word")};
    QCOMPARE(request().proxyLogin, login);
    QVERIFY(settings().contains("proxy.example.com"));
    QVERIFY(!settings().contains("planted"));
    m_bench->open();
    QCOMPARE(m_bench->field<QLineEdit>("proxyUser").text(), login.user);
    QCOMPARE(m_bench->field<QLineEdit>("proxyPassword").text(), login.password);
    QVERIFY(m_bench->accept());
    QCOMPARE(request().proxyLogin, login);
    QCOMPARE(request().headers, QList<HeaderLine>({{"Authorization", "hidden"}}));
}

void TestStageDialogSecrets::explainsALoginThatCannotBe_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("words");

    QTest::newRow("a password of nobody")
        << QString() << QStringLiteral("planted") << QStringLiteral("no user name");
    QTest::newRow("a colon in the name")
        << QStringLiteral("planted:ann") << QString() << QStringLiteral("colon");
    QTest::newRow("a control character")
        << QStringLiteral("ann") << QStringLiteral("planted\x01") << QStringLiteral("control character");
    QTest::newRow("too much of it") << QStringLiteral("ann") << QString(100'000, u'x')
                                    << QStringLiteral("shorter");
}

void TestStageDialogSecrets::explainsALoginThatCannotBe()
{
    QFETCH(const QString, user);
    QFETCH(const QString, password);
    QFETCH(const QString, words);
    typeProxy();
    m_bench->field<QLineEdit>("proxyUser").setText(user);
    m_bench->field<QLineEdit>("proxyPassword").setMaxLength(200'000);
    m_bench->field<QLineEdit>("proxyPassword").setText(password);
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY2(m_bench->hint("proxyHint").contains(words), qPrintable(m_bench->hint("proxyHint")));
    QVERIFY(!m_bench->hint("proxyHint").contains(QStringLiteral("planted")));
    QVERIFY(m_bench->secrets().proxyLogin.user.isEmpty());
}

void TestStageDialogSecrets::forgetsTheLoginWithTheProxy()
{
    typeProxy();
    QVERIFY(m_bench->accept());
    m_bench->open();
    m_bench->field<QRadioButton>("proxyNone").click();
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->services.secrets.of(m_bench->stage().address, Secrets::Kind::Headers).isEmpty());
}

void TestStageDialogSecrets::showsNoPasswordForAnotherProxy()
{
    typeProxy();
    QVERIFY(m_bench->accept());
    // As an import may do it.
    StageOptions options = m_bench->stage().options;
    options.proxy.host = QStringLiteral("evil.example");
    m_bench->services.savedStages.setOptions(m_bench->stage().address, options);
    QCOMPARE(request().proxyLogin, ProxyLogin());
    m_bench->open();
    QVERIFY(m_bench->field<QLineEdit>("proxyUser").text().isEmpty());
    QVERIFY(m_bench->field<QLineEdit>("proxyPassword").text().isEmpty());
}

void TestStageDialogSecrets::hidesWhatIsTyped()
{
    m_bench->open();
    for (const char *name : {"keyPassphrase", "proxyPassword"})
        QCOMPARE(m_bench->field<QLineEdit>(name).echoMode(), QLineEdit::Password);
}

QTEST_MAIN(TestStageDialogSecrets)
#include "tst_stagedialog_secrets.moc"

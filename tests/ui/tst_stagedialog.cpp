// SPDX-License-Identifier: MIT
#include "support/SampleCertificate.h"
#include "support/SampleOptions.h"
#include "support/StageDialogBench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StageDialogBench;

/// The settings of a stage: what is set in the dialog, what becomes of it, what is said of mistakes.
class TestStageDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void opensInThreeWays();
    void saysWhyThereIsNothingToSet();
    void changesNothingUnlessAccepted();
    void showsAndKeepsEverything();
    void setsNameGroupAndDialect();
    void keepsAStageThatIsNew();
    void setsTheHeartbeatsText();
    void mistakesElsewhereAreShown();
    void takesFilesThatCanBeUsed();
    void saysThatASessionIsConnected();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestStageDialog::init()
{
    // All but what Qt says of each dialog where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_bench = std::make_unique<Bench>();
}

void TestStageDialog::opensInThreeWays()
{
    QVERIFY(m_bench->open().windowTitle().contains(QStringLiteral("example.com/a")));
    QVERIFY(m_bench->cancel());
    m_bench->window->findChild<QAction *>(QStringLiteral("editCurrentStage"))->trigger();
    QVERIFY(m_bench->dialog().isVisible());
    QVERIFY(m_bench->cancel());
    QTest::mouseClick(&find<QToolButton>(*m_bench->window, "stageSettings"), Qt::LeftButton);
    QVERIFY(m_bench->dialog().isVisible());
}

void TestStageDialog::saysWhyThereIsNothingToSet()
{
    m_bench->window->openSession();
    find<QLineEdit>(*m_bench->window, "address").setText(QStringLiteral("http://example.com"));
    QTest::mouseClick(&find<QToolButton>(*m_bench->window, "stageSettings"), Qt::LeftButton);
    QVERIFY(!m_bench->isOpen());
    QVERIFY(find<QWidget>(*m_bench->window, "addressHint").isVisible());
}

void TestStageDialog::changesNothingUnlessAccepted()
{
    const SavedStage before = m_bench->stage();
    m_bench->open();
    m_bench->field<QLineEdit>("stageName").setText(QStringLiteral("Other"));
    m_bench->addLine("headers", "Authorization", "hidden");
    QVERIFY(m_bench->cancel());
    QVERIFY(m_bench->stage() == before);
    QVERIFY(m_bench->secrets().headers.isEmpty());
}

void TestStageDialog::showsAndKeepsEverything()
{
    const QTemporaryDir directory;
    StageOptions options = sampleOptions();
    // Files that do not exist would be refused, and a secret that is not known stays a name.
    options.tls.certificateFile.clear();
    options.tls.keyFile.clear();
    m_bench->services.savedStages.setOptions(Bench::url(QStringLiteral("a")), options);
    const SavedStage before = m_bench->stage();
    m_bench->open();
    QCOMPARE(m_bench->field<QSpinBox>("heartbeatInterval").value(), 45);
    QVERIFY(!m_bench->field<QLineEdit>("heartbeatRoute").isEnabled());
    QVERIFY(!m_bench->field<QLineEdit>("heartbeatText").isEnabled());
    QVERIFY(m_bench->field<QRadioButton>("trustCertificate").isChecked());
    QVERIFY(m_bench->field<QLineEdit>("fingerprint").text().startsWith(QStringLiteral("AB:AB:")));
    QCOMPARE(m_bench->field<QLineEdit>("proxyHost").text(), QStringLiteral("proxy.example.com"));
    QCOMPARE(m_bench->field<QTableView>("subprotocols").model()->rowCount(), 2);
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->stage() == before);
}

void TestStageDialog::setsNameGroupAndDialect()
{
    m_bench->open();
    m_bench->field<QLineEdit>("stageName").setText(QStringLiteral("Lobby"));
    m_bench->field<QComboBox>("stageGroup").setCurrentText(QStringLiteral("Work"));
    m_bench->field<QCheckBox>("stageConnects").click();
    auto &dialect = m_bench->field<QComboBox>("stageDialect");
    dialect.setCurrentIndex(dialect.findData(static_cast<int>(DialectChoice::Broadcast)));
    QVERIFY(words(m_bench->dialog(), "stageFrame").contains(QStringLiteral("\"data\"")));
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage().name, QStringLiteral("Lobby"));
    QCOMPARE(m_bench->stage().group, QStringLiteral("Work"));
    QVERIFY(!m_bench->stage().connectAtStart);
    QCOMPARE(m_bench->stage().options.dialect, DialectChoice::Broadcast);
}

void TestStageDialog::keepsAStageThatIsNew()
{
    m_bench->window->openSession();
    find<QLineEdit>(*m_bench->window, "address").setText(QStringLiteral("wss://me:hidden@example.com/new"));
    m_bench->window->editStage();
    QTRY_VERIFY(m_bench->field<QTableView>("headers").isEnabled());
    QVERIFY(!m_bench->dialog().windowTitle().contains(QStringLiteral("hidden")));
    m_bench->field<QLineEdit>("stageName").setText(QStringLiteral("New one"));
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage("new").name, QStringLiteral("New one"));
    QVERIFY(m_bench->services.savedStages.last()->address != Bench::url(QStringLiteral("new")));
}

void TestStageDialog::setsTheHeartbeatsText()
{
    m_bench->open();
    auto &text = m_bench->field<QLineEdit>("heartbeatText");
    QVERIFY(!text.accessibleName().isEmpty());
    QCOMPARE(text.text(), QStringLiteral("ping"));
    text.setText(QString(129, u'a'));
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY2(m_bench->hint("generalHint").contains(QStringLiteral("text")),
             qPrintable(m_bench->hint("generalHint")));
    text.setText(QStringLiteral(" still here "));
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage().options.heartbeat.text, QStringLiteral("still here"));
    m_bench->open();
    m_bench->field<QLineEdit>("heartbeatText").clear();
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->stage().options.heartbeat == HeartbeatChoice());
}

void TestStageDialog::mistakesElsewhereAreShown()
{
    m_bench->open();
    m_bench->field<QLineEdit>("heartbeatRoute").clear();
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(!m_bench->hint("generalHint").isEmpty());
    m_bench->field<QCheckBox>("heartbeatMessage").click();
    m_bench->showTab(2);
    m_bench->field<QRadioButton>("trustAuthorities").click();
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(!m_bench->hint("trustHint").isEmpty());
    m_bench->field<QRadioButton>("trustCertificate").click();
    m_bench->field<QLineEdit>("fingerprint").setText(QStringLiteral("AB:CD"));
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(m_bench->hint("trustHint").contains(QStringLiteral("SHA-256")));
    m_bench->field<QRadioButton>("trustSystem").click();
    m_bench->field<QLineEdit>("keyFile").setText(QStringLiteral("/nowhere/key.pem"));
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(!m_bench->hint("ownHint").isEmpty());
    m_bench->field<QLineEdit>("keyFile").clear();
    m_bench->showTab(3);
    m_bench->field<QRadioButton>("proxyManual").click();
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(!m_bench->hint("proxyHint").isEmpty());
    m_bench->field<QLineEdit>("proxyHost").setText(QStringLiteral("http://proxy"));
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(!m_bench->hint("proxyHint").isEmpty());
    m_bench->field<QLineEdit>("proxyHost").setText(QStringLiteral("proxy"));
    m_bench->field<QSpinBox>("proxyPort").setValue(8080);
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->stage().options.proxy
            == (ProxyChoice{ProxyChoice::Kind::Manual, QStringLiteral("proxy"), 8080}));
    QVERIFY(!m_bench->stage().options.heartbeat.sendsMessage);
}

void TestStageDialog::takesFilesThatCanBeUsed()
{
    const QTemporaryDir directory;
    const auto write = [&directory](const char *name, const QByteArray &contents) {
        QFile file(directory.filePath(QLatin1String(name)));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
        return isWritten ? file.fileName() : QString();
    };
    const QString certificate = write("certificate.pem", certificatePem());
    const QString key = write("key.pem", keyPem());
    m_bench->open();
    m_bench->showTab(2);
    m_bench->field<QRadioButton>("trustAuthorities").click();
    m_bench->field<QLineEdit>("caFile").setText(certificate);
    m_bench->field<QLineEdit>("certificateFile").setText(certificate);
    m_bench->field<QLineEdit>("keyFile").setText(key);
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->stage().options.tls
            == (TlsChoice{TlsChoice::Trust::Authorities, certificate, {}, certificate, key}));
}

void TestStageDialog::saysThatASessionIsConnected()
{
    m_bench->open();
    QVERIFY(!m_bench->field<QLabel>("stageNote").isVisible());
    QVERIFY(m_bench->cancel());
    m_bench->connectTo(QStringLiteral("a"));
    m_bench->open();
    QVERIFY(m_bench->field<QLabel>("stageNote").isVisible());
    m_bench->field<QSpinBox>("heartbeatInterval").setValue(5);
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->window->currentPage().conversation().session().heartbeat().choice().interval,
             std::chrono::seconds(5));
}

QTEST_MAIN(TestStageDialog)
#include "tst_stagedialog.moc"

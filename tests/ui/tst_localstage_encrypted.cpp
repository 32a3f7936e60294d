// SPDX-License-Identifier: MIT
#include "localstage/EncryptionChoice.h"
#include "stages/OptionRules.h"
#include "support/Ui.h"
#include "ui/AddressBar.h"
#include "ui/CertificateBar.h"
#include "ui/ConversationPage.h"
#include "ui/LocalCertificateDialog.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;

namespace {

QAction &action(const MainWindow &window, const char *name)
{
    auto *found = window.findChild<QAction *>(QLatin1String(name));
    if (found == nullptr)
        qFatal("no action is called %s", name);
    return *found;
}

QString addressIn(MainWindow &window)
{
    return window.currentPage().addressBar().text();
}

} // namespace

/// The local stage with TLS, as the windows meet it.
class TestLocalStageEncrypted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithoutAQuestion();
    void keepsTheChoice();
    void connectsItsSessionsAnewWhenItChanges();
    void leavesADisconnectedSessionAlone();
    void everyWindowShowsTheChoice();
    void showsTheFingerprintForOthers();
    void hasNoCertificateToShowUnlessEncrypted();
};

void TestLocalStageEncrypted::connectsWithoutAQuestion()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    action(window, "encryptLocalStage").trigger();
    QTest::mouseClick(&find<QToolButton>(window, "localStage"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QVERIFY(addressIn(window).startsWith(QStringLiteral("wss://127.0.0.1:")));
    QVERIFY(!find<CertificateBar>(window, "certificateBar").isVisible());
    say(window, QStringLiteral("Nobody listens in"));
    QTRY_COMPARE(lastLine(window), QStringLiteral("You: Nobody listens in"));
}

void TestLocalStageEncrypted::keepsTheChoice()
{
    UiServices ui;
    MainWindow window(ui.services());
    QVERIFY(!action(window, "encryptLocalStage").isChecked());
    QVERIFY(!EncryptionChoice::isOn(ui.services().settings));
    action(window, "encryptLocalStage").trigger();
    QVERIFY(EncryptionChoice::isOn(ui.services().settings));
    action(window, "encryptLocalStage").trigger();
    QVERIFY(!EncryptionChoice::isOn(ui.services().settings));
}

void TestLocalStageEncrypted::connectsItsSessionsAnewWhenItChanges()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    say(window, QStringLiteral("Before"));
    QTRY_COMPARE(lastLine(window), QStringLiteral("You: Before"));
    for (const char *scheme : {"wss://", "ws://"}) {
        action(window, "encryptLocalStage").trigger();
        QTRY_VERIFY(addressIn(window).startsWith(QLatin1String(scheme)));
        QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    }
    QCOMPARE(window.sessionCount(), 1);
    // It is one conversation, wherever the stage is.
    QVERIFY(transcript(window).contains(QStringLiteral("You: Before")));
    const auto &list = *find<QAbstractItemView>(window, "stages").model();
    QCOMPARE(list.index(0, 0).data().toString(), QStringLiteral("Local stage"));
}

void TestLocalStageEncrypted::leavesADisconnectedSessionAlone()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QTest::mouseClick(&find<QPushButton>(window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Disconnected"));
    action(window, "encryptLocalStage").trigger();
    QTRY_VERIFY(addressIn(window).startsWith(QStringLiteral("wss://")));
    QCOMPARE(words(window, "state"), QStringLiteral("Disconnected"));
    QTest::mouseClick(&find<QPushButton>(window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QVERIFY(!ui.savedStages().last().has_value());
}

void TestLocalStageEncrypted::everyWindowShowsTheChoice()
{
    UiServices ui;
    MainWindow first(ui.services());
    const MainWindow second(ui.services());
    action(first, "encryptLocalStage").trigger();
    auto &other = action(second, "encryptLocalStage");
    const auto menus = other.associatedObjects();
    for (QObject *menu : menus)
        QMetaObject::invokeMethod(menu, "aboutToShow");
    QVERIFY(other.isChecked());
}

void TestLocalStageEncrypted::showsTheFingerprintForOthers()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    action(window, "encryptLocalStage").trigger();
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    action(window, "showLocalCertificate").trigger();
    auto &dialog = find<LocalCertificateDialog>(window, "localCertificateDialog");
    const QString fingerprint = OptionRules::fingerprintText(ui.services().localStage.fingerprint());
    QCOMPARE(words(dialog, "localFingerprint").remove(u'\n'), fingerprint);
    QCOMPARE(words(dialog, "localStageAddress"), addressIn(window));
    QTest::mouseClick(&find<QPushButton>(dialog, "copyFingerprint"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), fingerprint);
    QVERIFY(OptionRules::parseFingerprint(fingerprint).has_value());
}

void TestLocalStageEncrypted::hasNoCertificateToShowUnlessEncrypted()
{
    UiServices ui;
    MainWindow window(ui.services());
    window.show();
    const QAction &show = action(window, "showLocalCertificate");
    QVERIFY(!show.isEnabled());
    window.startLocalStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QVERIFY(!show.isEnabled());
    action(window, "encryptLocalStage").trigger();
    QTRY_VERIFY(show.isEnabled());
    action(window, "encryptLocalStage").trigger();
    QTRY_VERIFY(!show.isEnabled());
}

QTEST_MAIN(TestLocalStageEncrypted)
#include "tst_localstage_encrypted.moc"

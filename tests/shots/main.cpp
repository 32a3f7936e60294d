// SPDX-License-Identifier: MIT
#include "common/Translations.h"
#include "session/FailureReason.h"
#include "shots/ArchiveScenes.h"
#include "shots/Scene.h"
#include "shots/SettingsScenes.h"
#include "shots/SignInScenes.h"
#include "shots/StageScenes.h"
#include "shots/Theme.h"
#include "shots/WritingScenes.h"
#include "ui/ConversationPage.h"
#include "ui/LinkPrompt.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QApplication>
#include <QCheckBox>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTextStream>
#include <functional>

using namespace Greenroom;
using namespace Greenroom::Shots;

namespace {

constexpr QSize narrow{420, 640};
constexpr QSize medium{600, 560};
constexpr QSize wide{1680, 900};

QPixmap welcome()
{
    return Scene(usual).picture();
}

QPixmap chatAt(QSize size)
{
    Scene scene(size);
    scene.connectTo(usualStage());
    scene.playConversation();
    Test::find<QCheckBox>(scene.window(), "autoDisconnect").click();
    return scene.picture();
}

QPixmap badAddress()
{
    Scene scene(usual);
    scene.beginToConnect(QStringLiteral("http://example.com/dev"));
    return scene.picture();
}

QPixmap exposed()
{
    Scene scene(usual);
    scene.connectTo(QStringLiteral("ws://chat.example.com/dev"));
    return scene.picture();
}

QPixmap connecting()
{
    Scene scene(usual);
    scene.beginToConnect(usualStage());
    return scene.picture();
}

QPixmap offline()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.playConversation();
    scene.window().currentPage().conversation().session().disconnectFromStage();
    scene.wait(ChatSession::closeTimeout);
    Test::say(scene.window(), QStringLiteral("This was typed a moment too late"));
    return scene.picture();
}

QPixmap waitingToRetry(QSize size)
{
    Scene scene(size);
    scene.connectTo(usualStage());
    scene.playConversation();
    scene.fail({0, FailureReason::fromSocketError(QAbstractSocket::RemoteHostClosedError, {}, {})});
    Test::say(scene.window(), QStringLiteral("This goes out when the stage is back"));
    return scene.picture();
}

QPixmap severalSessions()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.playConversation();
    scene.window().openSession();
    scene.connectTo(usualStage());
    scene.hear(QStringLiteral("eHsk2dKYPHcCJtA="), QStringLiteral("Two sessions, one desk."));
    return scene.picture();
}

QPixmap twoDays(QSize size)
{
    Scene scene(size);
    scene.connectTo(usualStage());
    scene.playTwoDays();
    TranscriptView &view = scene.window().currentPage().transcriptPane().view();
    view.showRow(0, TranscriptView::Where::Top);
    view.setUnreadRow(view.transcript().rowCount() - 4);
    view.scrollBy(view.rowRect(view.unreadRow()).bottom() - view.viewport()->height());
    scene.hear(QStringLiteral("eHsk2dKYPHcCJtA="), QStringLiteral("Are you still there?"));
    scene.hear(QStringLiteral("eHsk2dKYPHcCJtA="), QStringLiteral("Eleven it is."));
    return scene.picture();
}

QPixmap selected()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.playTwoDays();
    TranscriptView &view = scene.window().currentPage().transcriptPane().view();
    const int last = view.transcript().rowCount() - 1;
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_End);
    view.textCursor().select({last - 5, 12}, {last - 2, 20});
    view.textCursor().setRow(last - 1);
    return scene.picture();
}

QPixmap search(QSize size)
{
    Scene scene(size);
    scene.connectTo(usualStage());
    scene.playTwoDays();
    TranscriptPane &pane = scene.window().currentPage().transcriptPane();
    pane.find();
    Test::find<QLineEdit>(scene.window(), "searchField").setText(QStringLiteral("limit"));
    pane.findNext();
    return scene.picture();
}

QPixmap largeText()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.playConversation();
    scene.window().currentPage().transcriptPane().zoom(3);
    return scene.picture();
}

QPixmap link()
{
    Scene scene(usual);
    TranscriptPane &pane = scene.window().currentPage().transcriptPane();
    pane.links().ask(
        QUrl(QStringLiteral("https://status.example.com/incidents/4711?lang=en&from=2026-01-30")));
    return pane.findChild<QMessageBox *>()->grab();
}

QPixmap exported()
{
    const QTemporaryDir folder;
    return exporting(folder.filePath(QStringLiteral("dev.html")));
}

struct Shot
{
    const char *name;
    std::function<QPixmap()> take;
};

bool takeAll(const QDir &directory, const QString &prefix, const QString &only)
{
    const QList<Shot> shots{{"welcome", welcome},
                            {"chat", [] { return chatAt(usual); }},
                            {"connecting", connecting},
                            {"chat-narrow", [] { return chatAt(narrow); }},
                            {"exposed", exposed},
                            {"chat-wide", [] { return chatAt(wide); }},
                            {"offline", offline},
                            {"retrying", [] { return waitingToRetry(usual); }},
                            {"retrying-narrow", [] { return waitingToRetry(narrow); }},
                            {"bad-address", badAddress},
                            {"sessions", severalSessions},
                            {"two-days", [] { return twoDays(usual); }},
                            {"two-days-narrow", [] { return twoDays(narrow); }},
                            {"selected", selected},
                            {"search", [] { return search(usual); }},
                            {"search-narrow", [] { return search(narrow); }},
                            {"large-text", largeText},
                            {"link", link},
                            {"delivery", [] { return deliveryAt(usual); }},
                            {"delivery-narrow", [] { return deliveryAt(narrow); }},
                            {"emoji", emoji},
                            {"too-long", tooLong},
                            {"questions", questions},
                            {"odd-texts", oddTexts},
                            {"search-everywhere", searchEverywhere},
                            {"archive-damaged", damagedArchive},
                            {"highlighted", [] { return highlighted(usual); }},
                            {"highlighted-narrow", [] { return highlighted(narrow); }},
                            {"export", exported},
                            {"export-failed", [] { return exporting(QStringLiteral("/nowhere/dev.csv")); }},
                            {"stages", [] { return stagesAt(usual); }},
                            {"stages-small", [] { return stagesAt(medium); }},
                            {"stages-menu", stageMenu},
                            {"stages-switcher", [] { return switcherAt(usual); }},
                            {"stages-switcher-narrow", [] { return switcherAt(narrow); }},
                            {"stages-forget", forgetQuestion},
                            {"settings-general", [] { return stageSettings(0); }},
                            {"settings-handshake", [] { return stageSettings(1); }},
                            {"settings-security", [] { return stageSettings(2); }},
                            {"settings-network", [] { return stageSettings(3); }},
                            {"settings-general-narrow", [] { return narrowStageSettings(0); }},
                            {"settings-handshake-narrow", [] { return narrowStageSettings(1); }},
                            {"settings-mistake", mistakenStageSettings},
                            {"certificate-bar", untrusted},
                            {"certificate", certificateDialog},
                            {"local-certificate", localCertificateDialog},
                            {"signin", signInWindow},
                            {"signin-token", signInWithToken},
                            {"signin-failed", signInFailed},
                            {"signin-exposed", signInExposed},
                            {"signin-panel", [] { return signedIn(usual, std::chrono::minutes(50)); }},
                            {"signin-ending", [] { return signedIn(usual, std::chrono::minutes(4)); }},
                            {"signin-refused", signInRefused},
                            {"signin-ended", signInEnded},
                            {"signin-claims", claims}};
    QTextStream out(stdout);
    for (const Shot &shot : shots) {
        if (!QLatin1String(shot.name).startsWith(only))
            continue;
        const QString path =
            directory.filePath(QStringLiteral("%1-%2.png").arg(prefix, QLatin1String(shot.name)));
        if (!shot.take().save(path)) {
            QTextStream(stderr) << "greenroom_shots: could not save " << path << '\n';
            return false;
        }
        out << path << '\n';
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption theme(QStringLiteral("theme"), {}, QStringLiteral("light|dark"),
                                   QStringLiteral("light"));
    const QCommandLineOption language(QStringLiteral("language"), {}, QStringLiteral("language"),
                                      QStringLiteral("en"));
    const QCommandLineOption prefix(QStringLiteral("prefix"), {}, QStringLiteral("name"),
                                    QStringLiteral("shot"));
    const QCommandLineOption only(QStringLiteral("only"), {}, QStringLiteral("beginning of a name"));
    parser.addOptions({theme, language, prefix, only});
    parser.process(application);
    QLocale::setDefault(QLocale(parser.value(language)));
    installTranslations(application);
    QApplication::setStyle(QStringLiteral("Fusion"));
    if (parser.value(theme) == QStringLiteral("dark"))
        QApplication::setPalette(darkPalette());
    if (QLocale().textDirection() == Qt::RightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const QDir directory(parser.positionalArguments().value(0, QStringLiteral(".")));
    return directory.mkpath(QStringLiteral("."))
                   && takeAll(directory, parser.value(prefix), parser.value(only))
               ? 0
               : 1;
}

// SPDX-License-Identifier: MIT
#include "common/Translations.h"
#include "export/ExportJob.h"
#include "shots/Scene.h"
#include "shots/Theme.h"
#include "transcript/HighlightWords.h"
#include "ui/ConversationPage.h"
#include "ui/ExportBar.h"
#include "ui/LinkPrompt.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QApplication>
#include <QCheckBox>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTextStream>
#include <functional>

using namespace Greenroom;
using namespace Greenroom::Shots;

namespace {

constexpr QSize usual{1080, 680};
constexpr QSize narrow{420, 640};
constexpr QSize wide{1680, 900};

QString stage()
{
    return QStringLiteral("wss://k3v9x2.execute-api.us-east-1.amazonaws.com/dev");
}

QPixmap welcome()
{
    return Scene(usual).picture();
}

QPixmap chatAt(QSize size)
{
    Scene scene(size);
    scene.connectTo(stage());
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
    scene.beginToConnect(stage());
    return scene.picture();
}

QPixmap offline()
{
    Scene scene(usual);
    scene.connectTo(stage());
    scene.playConversation();
    scene.window().currentPage().conversation().session().disconnectFromStage();
    scene.wait(ChatSession::closeTimeout);
    Test::say(scene.window(), QStringLiteral("This was typed a moment too late"));
    return scene.picture();
}

QPixmap severalSessions()
{
    Scene scene(usual);
    scene.connectTo(stage());
    scene.playConversation();
    scene.window().openSession();
    scene.connectTo(stage());
    scene.hear(QStringLiteral("eHsk2dKYPHcCJtA="), QStringLiteral("Two sessions, one desk."));
    return scene.picture();
}

QPixmap twoDays(QSize size)
{
    Scene scene(size);
    scene.connectTo(stage());
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
    scene.connectTo(stage());
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
    scene.connectTo(stage());
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
    scene.connectTo(stage());
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

/// Lines in every state that they can be in.
QPixmap deliveryAt(QSize size)
{
    Scene scene(size);
    scene.connectTo(stage());
    scene.receive(QStringLiteral(R"({"connection_id": "eHrdFcnvvHcCE-w="})"));
    scene.sayAndReceive(QStringLiteral("This one has come back."));
    Test::say(scene.window(), QStringLiteral("This one was refused."));
    scene.receive(QStringLiteral(
        R"({"message": "Internal server error", "connectionId": "eHrdFcnvvHcCE-w=", "requestId": "eHsk2dKY="})"));
    Test::say(scene.window(), QStringLiteral("This one is under way."));
    return scene.picture();
}

QPixmap emoji()
{
    Scene scene(usual);
    scene.connectTo(stage());
    scene.playConversation();
    auto &field = Test::find<QPlainTextEdit>(scene.window(), "composer");
    QTest::keyClicks(&field, QStringLiteral("Well done :smi"));
    return scene.picture();
}

QPixmap tooLong()
{
    Scene scene(usual);
    scene.connectTo(stage());
    auto &field = Test::find<QPlainTextEdit>(scene.window(), "composer");
    field.insertPlainText(QStringLiteral("A very long text. ").repeated(7400));
    return scene.picture();
}

QPixmap questions()
{
    Scene scene(usual);
    scene.connectTo(stage());
    scene.window().currentPage().conversation().session().disconnectFromStage();
    scene.wait(ChatSession::closeTimeout);
    Test::say(scene.window(), QStringLiteral("This was typed a while ago."));
    scene.wait(OwnLines::freshness + std::chrono::seconds(1));
    scene.connectTo(stage());
    Test::say(scene.window(), QStringLiteral("/shrug whatever"));
    return scene.picture();
}

/// An export that has begun, and one of which nothing came.
QPixmap exporting(const QString &path)
{
    Scene scene(usual);
    scene.connectTo(stage());
    scene.playTwoDays();
    TranscriptModel &transcript = scene.window().currentPage().conversation().transcript();
    for (int line = 0; line < 20 * ExportJob::mostRowsInATurn; ++line)
        transcript.prepend({transcript.message(0)});
    scene.window().currentPage().exportBar().write(path, ExportRange::all(transcript.rowCount()));
    return scene.picture();
}

/// Lines with a highlight word, and one without.
QPixmap highlighted(QSize size)
{
    Scene scene(size);
    QSettings settings(QDir::temp().filePath(QStringLiteral("greenroom-shots.ini")), QSettings::IniFormat);
    HighlightWords words(settings);
    words.setWords({QStringLiteral("limit"), QStringLiteral("cello")});
    TranscriptModel &transcript = scene.window().currentPage().conversation().transcript();
    transcript.setHighlightWords(words);
    scene.connectTo(stage());
    scene.playTwoDays();
    const QPixmap picture = scene.picture();
    settings.clear();
    return picture;
}

struct Shot
{
    const char *name;
    std::function<QPixmap()> take;
};

bool takeAll(const QDir &directory, const QString &prefix)
{
    const QList<Shot> shots{
        {"welcome", welcome},
        {"chat", [] { return chatAt(usual); }},
        {"connecting", connecting},
        {"chat-narrow", [] { return chatAt(narrow); }},
        {"exposed", exposed},
        {"chat-wide", [] { return chatAt(wide); }},
        {"offline", offline},
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
        {"highlighted", [] { return highlighted(usual); }},
        {"highlighted-narrow", [] { return highlighted(narrow); }},

        {"export", [] { return exporting(QDir::temp().filePath(QStringLiteral("dev.html"))); }},
        {"export-failed", [] { return exporting(QStringLiteral("/nowhere/dev.csv")); }}};
    QTextStream out(stdout);
    for (const Shot &shot : shots) {
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
    parser.addOptions({theme, language, prefix});
    parser.process(application);
    QLocale::setDefault(QLocale(parser.value(language)));
    installTranslations(application);
    QApplication::setStyle(QStringLiteral("Fusion"));
    if (parser.value(theme) == QStringLiteral("dark"))
        QApplication::setPalette(darkPalette());
    if (QLocale().textDirection() == Qt::RightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const QDir directory(parser.positionalArguments().value(0, QStringLiteral(".")));
    return directory.mkpath(QStringLiteral(".")) && takeAll(directory, parser.value(prefix)) ? 0 : 1;
}

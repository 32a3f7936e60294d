// SPDX-License-Identifier: MIT
#include "shots/WritingScenes.h"

#include "export/ExportJob.h"
#include "shots/Scene.h"
#include "transcript/HighlightWords.h"
#include "ui/ConversationPage.h"
#include "ui/ExportBar.h"

#include <QPlainTextEdit>

namespace Greenroom::Shots {

QPixmap deliveryAt(QSize size)
{
    Scene scene(size);
    scene.connectTo(usualStage());
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
    scene.connectTo(usualStage());
    scene.playConversation();
    auto &field = Test::find<QPlainTextEdit>(scene.window(), "composer");
    QTest::keyClicks(&field, QStringLiteral("Well done :smi"));
    return scene.picture();
}

QPixmap tooLong()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    auto &field = Test::find<QPlainTextEdit>(scene.window(), "composer");
    field.insertPlainText(QStringLiteral("A very long text. ").repeated(7400));
    return scene.picture();
}

QPixmap questions()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.window().currentPage().conversation().session().disconnectFromStage();
    scene.wait(ChatSession::closeTimeout);
    Test::say(scene.window(), QStringLiteral("This was typed a while ago."));
    scene.wait(OwnLines::freshness + std::chrono::seconds(1));
    scene.connectTo(usualStage());
    Test::say(scene.window(), QStringLiteral("/shrug whatever"));
    return scene.picture();
}

QPixmap oddTexts()
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    const QString ann = QStringLiteral("eHrjDEuVPHcCWMg=");
    scene.hear(ann, QStringLiteral("Turned round: \u202Egnp.exe\u202C, and \u2067an isolate left open"));
    scene.hear(
        ann, QStringLiteral(
                 "Marks: Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319a\u0308\u0301\u0327l"));
    scene.hear(ann, QStringLiteral("No width: a\u200Bb\u200Dc\uFEFFd, and a tab\tand a bell\u0007"));
    scene.hear(ann, QStringLiteral("<b>Bold?</b> <img src=\"x\"> &amp; \u001B[31mred?\u001B[0m"));
    scene.hear(ann, QStringLiteral("x").repeated(700));
    scene.hear(ann, QString::fromUtf8(
                        "\u0645\u0631\u062D\u0628\u0627 \u2013 https://example.com/\u0645 \u2013 hello"));
    return scene.picture();
}

QPixmap exporting(const QString &path)
{
    Scene scene(usual);
    scene.connectTo(usualStage());
    scene.playTwoDays();
    TranscriptModel &transcript = scene.window().currentPage().conversation().transcript();
    for (int line = 0; line < 4 * ExportJob::mostRowsInATurn; ++line)
        transcript.append(Message(transcript.message(0)));
    scene.window().currentPage().exportBar().write(path, ExportRange::all(transcript.rowCount()));
    return scene.picture();
}

QPixmap highlighted(QSize size)
{
    Scene scene(size);
    // The window's, whose conversations look at them to their end.
    auto *words = new HighlightWords(scene.services().settings, &scene.window());
    words->setWords({QStringLiteral("limit"), QStringLiteral("cello")});
    scene.window().currentPage().conversation().transcript().setHighlightWords(*words);
    scene.connectTo(usualStage());
    scene.playTwoDays();
    return scene.picture();
}

} // namespace Greenroom::Shots

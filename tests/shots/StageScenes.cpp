// SPDX-License-Identifier: MIT
#include "shots/StageScenes.h"

#include "shots/Scene.h"
#include "stages/StageSummaries.h"

#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>

namespace Greenroom::Shots {

using namespace std::chrono_literals;

namespace {

QString ben()
{
    return QStringLiteral("eHsk2dKYPHcCJtA=");
}

/// A stage of the list that is not open; said so long before now.
struct Closed
{
    const char *address;
    const char *name;
    const char *group;
    const char *said;
    std::chrono::minutes ago;
    int unread;
};

void save(Scene &scene, const Closed &stage)
{
    Services &services = scene.services();
    const QUrl address(QString::fromLatin1(stage.address));
    services.savedStages.save(address);
    services.savedStages.rename(address, QString::fromUtf8(stage.name));
    services.savedStages.place(address, QString::fromUtf8(stage.group));
    const WallTime at = services.clock.wallTime() - stage.ago;
    services.summaries.set(address, {QString::fromUtf8(stage.said), at, stage.unread});
}

void saveAll(Scene &scene)
{
    const QList<Closed> stages{
        {"wss://k3v9x2.execute-api.us-east-1.amazonaws.com/dev", "", "", "", 0min, 0},
        {"wss://chat.example.com/lobby", "Lobby", "", "You: See you on Monday, then.", 26h, 0},
        {"wss://p7q1.execute-api.sa-east-1.amazonaws.com/prod", "Orders, production", "Work",
         "Raven 52: The queue is empty again.", 95min, 3},
        {"wss://p7q1.execute-api.sa-east-1.amazonaws.com/staging", "Orders, staging", "Work", "", 0min, 0},
        {"wss://support.example.com/tickets", "Support", "Work",
         "Heron 27: A line that is too long for the list, and says much more than one needs.", 24h * 20, 0},
        {"wss://reading.example.org/club", "Book club", "Home", "Badger 14: Chapter nine, please!", 72h, 128},
        {"wss://reading.example.org/old", "", "Archive", "Otter 3: Good bye.", 24h * 400, 2}};
    for (const Closed &stage : stages)
        save(scene, stage);
    scene.services().savedStages.setFolded(QStringLiteral("group/Archive"), true);
}

QAbstractItemView &list(Scene &scene)
{
    return Test::find<QAbstractItemView>(scene.window(), "stages");
}

void choose(Scene &scene, const QString &title)
{
    const QAbstractItemModel &model = *list(scene).model();
    list(scene).setCurrentIndex(model.match(model.index(0, 0), Qt::DisplayRole, title).value(0));
}

/// A session in each state that a session can have.
void openSessions(Scene &scene)
{
    choose(scene, QStringLiteral("Orders, production"));
    Test::connectTo(scene.window(), QStringLiteral("wss://p7q1.execute-api.sa-east-1.amazonaws.com/prod"));
    scene.refuse();
    choose(scene, QStringLiteral("Lobby"));
    scene.connectTo(QStringLiteral("wss://chat.example.com/lobby"));
    scene.receive(QStringLiteral(R"({"connection_id": "eHrdFcnvvHcCE-w="})"));
    scene.hear(ben(), QStringLiteral("Is anybody there?"));
    choose(scene, QStringLiteral("k3v9x2.execute-api.us-east-1.amazonaws.com/dev"));
    scene.wait(3min);
    scene.hear(ben(), QStringLiteral("Hello? I have a question about the quota."));
    scene.connectTo(QStringLiteral("wss://k3v9x2.execute-api.us-east-1.amazonaws.com/dev"));
    scene.playConversation();
    choose(scene, QStringLiteral("Support"));
    scene.beginToConnect(QStringLiteral("wss://support.example.com/tickets"));
    choose(scene, QStringLiteral("k3v9x2.execute-api.us-east-1.amazonaws.com/dev"));
}

} // namespace

QPixmap stagesAt(QSize size)
{
    Scene scene(size);
    saveAll(scene);
    openSessions(scene);
    return scene.picture();
}

QPixmap switcherAt(QSize size)
{
    Scene scene(size);
    saveAll(scene);
    openSessions(scene);
    scene.window().goToStage();
    QTest::keyClicks(&Test::find<QLineEdit>(scene.window(), "switcherField"), QStringLiteral("or"));
    return scene.picture();
}

QPixmap stageMenu()
{
    Scene scene({1080, 680});
    saveAll(scene);
    QAbstractItemView &view = list(scene);
    const QPoint at = view.visualRect(view.model()->index(1, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view.viewport(), &event);
    return view.findChild<QMenu *>(QStringLiteral("stageMenu"))->grab();
}

QPixmap forgetQuestion()
{
    Scene scene({1080, 680});
    saveAll(scene);
    QAbstractItemView &view = list(scene);
    const QPoint at = view.visualRect(view.model()->index(1, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view.viewport(), &event);
    view.findChild<QAction *>(QStringLiteral("askToForget"))->trigger();
    return scene.window().findChild<QMessageBox *>(QStringLiteral("forgetStage"))->grab();
}

} // namespace Greenroom::Shots

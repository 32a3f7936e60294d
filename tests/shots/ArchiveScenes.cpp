// SPDX-License-Identifier: MIT
#include "shots/ArchiveScenes.h"

#include "archive/Archive.h"
#include "shots/Scene.h"
#include "ui/SearchEverywhere.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

namespace Greenroom::Shots {

QPixmap searchEverywhere()
{
    const QTemporaryDir folder;
    Scene scene(usual, folder.filePath(QStringLiteral("conversations.sqlite")));
    scene.connectTo(usualStage());
    scene.playTwoDays();
    Archive &archive = scene.services().archive;
    if (!QTest::qWaitFor([&archive] { return archive.isWritten(); }))
        qFatal("the conversation was not written");
    scene.window().searchEverywhere();
    auto *search = scene.window().findChild<SearchEverywhere *>();
    search->findChild<QLineEdit *>()->setText(QStringLiteral("limit"));
    auto *hits = search->findChild<QListWidget *>();
    if (!QTest::qWaitFor([hits] { return hits->count() > 1; }))
        qFatal("nothing was found");
    return search->grab();
}

QPixmap damagedArchive()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("conversations.sqlite"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(8192, 'x')) != 8192)
        qFatal("the damaged file could not be written");
    file.close();
    Scene scene(usual, path);
    scene.connectTo(usualStage());
    scene.playConversation();
    return scene.picture();
}

} // namespace Greenroom::Shots

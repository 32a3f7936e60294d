// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/AddressBar.h"
#include "ui/ConversationPage.h"
#include "ui/StageEntry.h"

#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>

namespace Greenroom::Test {

/// A window on fakes beside a list of saved stages `wss://example.com/<name>`.
struct StagesBench
{
    FakeClock clock;
    FakeTransports transports;
    UiServices ui{transports.factory(), &clock};
    Services &services{ui.services()};
    std::unique_ptr<MainWindow> window;

    /// `group/name` or `name` of each.
    explicit StagesBench(const QStringList &saved = {})
    {
        for (const QString &stage : saved)
            save(stage);
        restart();
    }
    void restart()
    {
        window = std::make_unique<MainWindow>(services);
        window->resize(1100, 700);
        window->show();
    }
    void save(const QString &stage)
    {
        services.savedStages.save(url(stage.section(QLatin1Char('/'), -1)));
        services.savedStages.place(url(stage.section(QLatin1Char('/'), -1)),
                                   stage.section(QLatin1Char('/'), 0, -2));
    }
    static QUrl url(const QString &name) { return QUrl(QStringLiteral("wss://example.com/") + name); }
    QAbstractItemView &view() const { return find<QAbstractItemView>(*window, "stages"); }
    QAbstractItemModel &model() const { return *view().model(); }
    QModelIndex index(int row) const { return model().index(row, 0); }
    /// The rows' titles, as short as they are in `saved`; a head of a group in brackets.
    QStringList rows() const
    {
        QStringList titles;
        for (int row = 0; row < model().rowCount(); ++row) {
            QString title = index(row).data().toString().remove(QStringLiteral("example.com/"));
            const bool isHead = index(row).data(StageEntry::HeaderRole).toBool();
            titles << (isHead ? QStringLiteral("[%1]").arg(title) : title);
        }
        return titles;
    }
    QModelIndex row(const char *title) const
    {
        return index(static_cast<int>(rows().indexOf(QLatin1String(title))));
    }
    QString current() const { return rows().value(view().currentIndex().row()); }
    QString state(const char *title) const { return row(title).data(StageEntry::WordsRole).toString(); }
    void choose(const char *title) const
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(row(title)).center());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&view(), key, modifiers);
    }
    void connectTo(const QString &name) const
    {
        Test::connectTo(*window, url(name).toString());
        Q_EMIT transports.transport().opened();
    }
    /// The page in sight disconnects, and the stage says goodbye.
    void disconnect() const
    {
        window->currentPage().conversation().session().disconnectFromStage();
        Q_EMIT transports.transport().closed(1000, {});
    }
    static void hear(FakeTransport &transport, const QString &text)
    {
        Q_EMIT transport.textReceived(
            QStringLiteral(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n ann=  %1\n"})").arg(text));
    }
    QString address() const { return window->currentPage().addressBar().text(); }
    QPlainTextEdit &composer() const { return find<QPlainTextEdit>(*window, "composer"); }
    /// Opens the context menu of a row and triggers what goes by `name`.
    void act(const char *title, const char *name) const
    {
        const QPoint at = view().visualRect(row(title)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view().viewport(), &event);
        // The last one: former ones are deleted later.
        QMenu *menu = view().findChildren<QMenu *>(QStringLiteral("stageMenu")).constLast();
        menu->findChild<QAction *>(QLatin1String(name))->trigger();
        menu->close();
    }
    /// As the view does with what is dropped above the row, or below all where it is -1.
    bool drop(const char *title, int above) const
    {
        const std::unique_ptr<QMimeData> data(model().mimeData({row(title)}));
        return model().dropMimeData(data.get(), Qt::MoveAction, above, 0, {});
    }
};

} // namespace Greenroom::Test

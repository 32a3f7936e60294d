// SPDX-License-Identifier: MIT
#pragma once

#include "ui/TranscriptView.h"

#include <QScrollBar>
#include <QTest>

namespace Greenroom::Test {

/// A line that somebody wrote to everybody.
inline Message chat(const QString &text)
{
    return {Message::Kind::Chat, QStringLiteral("eHrdFcnvvHcCE-w="), text, WallTime(), {}};
}

/// A transcript and a view of it on the screen.
struct TranscriptBench
{
    TranscriptModel model;
    TranscriptView view{model};

    explicit TranscriptBench(QSize size = {400, 300})
    {
        view.resize(size);
        view.show();
        view.activateWindow();
    }

    /// Comes to the view as by the Tab key.
    void tabInto()
    {
        // It may have the keyboard already, with the window.
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&view);
        view.clearFocus();
        view.setFocus(Qt::TabFocusReason);
    }

    /// Adds `lines` lines, "Line 0" and so on.
    void fill(int lines)
    {
        for (int line = 0; line < lines; ++line)
            model.append(chat(QStringLiteral("Line %1").arg(model.rowCount())));
    }

    bool isAtEnd() const { return view.verticalScrollBar()->value() == view.verticalScrollBar()->maximum(); }

    bool isInSight(int row) { return view.viewport()->rect().contains(view.rowRect(row)); }

    /// Where the character at `place` stands in the viewport.
    QPoint pointOf(TextPlace place)
    {
        const QRect row = view.rowRect(place.row);
        return row.topLeft() + view.laidOut(place.row).placeOf(place.position).center();
    }

    /// A press at `from`, a drag and a release at `to`.
    void drag(QPoint from, QPoint to)
    {
        QWidget *viewport = view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        moveTo((from + to) / 2);
        moveTo(to);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    }

    /// Moves the mouse with its left button down.
    void moveTo(QPoint point)
    {
        QWidget *viewport = view.viewport();
        QMouseEvent event(QEvent::MouseMove, point, viewport->mapToGlobal(point), Qt::NoButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &event);
    }
};

} // namespace Greenroom::Test

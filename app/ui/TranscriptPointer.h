// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptSelection.h"

#include <QBasicTimer>
#include <QEvent>
#include <QObject>
#include <QPoint>

QT_BEGIN_NAMESPACE
class QHelpEvent;
class QMouseEvent;
class QWheelEvent;
QT_END_NAMESPACE

namespace Greenroom {

class TranscriptView;

/// The mouse over a transcript: selects by dragging (and scrolls while dragging beyond an edge), words by a
/// double click, lines by a triple one; follows links; tells who wrote a line and when; zooms.
class TranscriptPointer : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of `view`.
    explicit TranscriptPointer(TranscriptView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    bool handleMouse(QEvent::Type type, const QMouseEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void selectSpan(int row, TextSpan span);
    void dragTo(QPoint point);
    void showCursor(QPoint point);
    void showToolTip(const QHelpEvent &event);
    int pixelsBeyond(QPoint point) const;
    bool zoom(const QWheelEvent &event);

    TranscriptView &m_view;
    QBasicTimer m_scrolling;
    QPoint m_pressedAt;
    QPoint m_lastPoint;
    /// Until when another click makes it a triple one.
    ulong m_doubleClickedAt = 0;
    /// Of a wheel, or a touchpad that turns one in small steps, with Ctrl.
    int m_turned = 0;
    bool m_isPressed = false;
    bool m_isDragging = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/TranscriptPointer.h"

#include "transcript/LineText.h"
#include "ui/TranscriptMenu.h"
#include "ui/TranscriptView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

namespace Greenroom {

namespace {

/// Pixels that the mouse may move in a click.
constexpr int tremble = 4;
constexpr int scrollInterval = 30;
/// The farther beyond the edge, the faster; so many steps of the timer for the distance.
constexpr int scrollSlowness = 2;
constexpr int fastestScroll = 200;

} // namespace

TranscriptPointer::TranscriptPointer(TranscriptView &view) : QObject(&view), m_view(view)
{
    view.viewport()->setMouseTracking(true);
    view.viewport()->setCursor(Qt::ArrowCursor);
    view.viewport()->installEventFilter(this);
}

bool TranscriptPointer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        return handleMouse(event->type(), *static_cast<QMouseEvent *>(event));
    case QEvent::ToolTip:
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    case QEvent::Wheel:
        return zoom(*static_cast<QWheelEvent *>(event));
    case QEvent::ContextMenu:
        TranscriptMenu::show(m_view, *static_cast<QContextMenuEvent *>(event));
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool TranscriptPointer::handleMouse(QEvent::Type type, const QMouseEvent &event)
{
    if (type == QEvent::MouseMove) {
        move(event);
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (type == QEvent::MouseButtonRelease)
        release(event);
    else if (type == QEvent::MouseButtonDblClick)
        doubleClick(event);
    else
        press(event);
    return true;
}

void TranscriptPointer::press(const QMouseEvent &event)
{
    const TextPlace place = m_view.placeAt(event.pos());
    m_isPressed = m_view.transcript().rowCount() > 0;
    m_isDragging = false;
    m_pressedAt = event.pos();
    if (!m_isPressed)
        return;
    m_view.textCursor().setRow(place.row);
    const bool isTriple = event.timestamp() - m_doubleClickedAt < ulong(QApplication::doubleClickInterval());
    if (isTriple && m_doubleClickedAt > 0)
        selectSpan(place.row, {0, m_view.laidOut(place.row).textLength()});
    else if (event.modifiers().testFlag(Qt::ShiftModifier))
        m_view.textCursor().select(m_view.textCursor().selection().anchor(), place);
    else
        m_view.textCursor().select(place, place);
}

void TranscriptPointer::move(const QMouseEvent &event)
{
    m_lastPoint = event.pos();
    if (!m_isPressed) {
        showCursor(event.pos());
        return;
    }
    const int distance = (event.pos() - m_pressedAt).manhattanLength();
    m_isDragging = m_isDragging || distance >= tremble;
    if (m_isDragging)
        dragTo(event.pos());
}

void TranscriptPointer::release(const QMouseEvent &event)
{
    m_scrolling.stop();
    if (!std::exchange(m_isPressed, false))
        return;
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (!m_view.textCursor().selection().isEmpty() && clipboard.supportsSelection())
        clipboard.setText(m_view.textCursor().selectedText(), QClipboard::Selection);
    const auto link = m_view.linkAt(event.pos());
    if (link && !m_isDragging && m_view.textCursor().selection().isEmpty())
        Q_EMIT m_view.linkActivated(link->url);
}

void TranscriptPointer::doubleClick(const QMouseEvent &event)
{
    if (m_view.transcript().rowCount() == 0)
        return;
    m_doubleClickedAt = event.timestamp();
    const TextPlace place = m_view.placeAt(event.pos());
    selectSpan(place.row, m_view.laidOut(place.row).text().wordAt(place.position));
}

void TranscriptPointer::selectSpan(int row, TextSpan span)
{
    const int length = m_view.laidOut(row).textLength();
    m_view.textCursor().select({row, std::min(span.start, length)}, {row, std::min(span.end(), length)});
}

void TranscriptPointer::dragTo(QPoint point)
{
    m_view.textCursor().select(m_view.textCursor().selection().anchor(), m_view.placeAt(point));
    if (pixelsBeyond(point) == 0)
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start(scrollInterval, this);
}

void TranscriptPointer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrolling.timerId())
        return;
    m_view.scrollBy(std::clamp(pixelsBeyond(m_lastPoint) / scrollSlowness, -fastestScroll, fastestScroll));
    m_view.textCursor().select(m_view.textCursor().selection().anchor(), m_view.placeAt(m_lastPoint));
}

/// How far below the lower edge, or, negative, above the upper one; 0 within.
int TranscriptPointer::pixelsBeyond(QPoint point) const
{
    const int bottom = m_view.viewport()->height() - 1;
    return point.y() < 0 ? point.y() - 1 : std::max(point.y() - bottom, 0);
}

bool TranscriptPointer::zoom(const QWheelEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    m_turned += event.angleDelta().y();
    const int steps = m_turned / QWheelEvent::DefaultDeltasPerStep;
    m_turned -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        Q_EMIT m_view.zoomRequested(steps);
    return true;
}

void TranscriptPointer::showCursor(QPoint point)
{
    const int row = m_view.rowAt(point);
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (m_view.linkAt(point))
        shape = Qt::PointingHandCursor;
    else if (row >= 0 && m_view.laidOut(row).isOverText(point - m_view.rowRect(row).topLeft()))
        shape = Qt::IBeamCursor;
    m_view.viewport()->setCursor(shape);
}

void TranscriptPointer::showToolTip(const QHelpEvent &event)
{
    const int row = m_view.rowAt(event.pos());
    const auto link = m_view.linkAt(event.pos());
    QString text;
    if (link)
        text = link->url.toString(QUrl::FullyEncoded);
    else if (row >= 0)
        text = LineText::details(m_view.transcript().message(row));
    // Converted, since a tooltip takes text that looks like markup for markup.
    QToolTip::showText(event.globalPos(), text.isEmpty() ? text : Qt::convertFromPlainText(text), &m_view);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/TranscriptRowAccessible.h"

#include "transcript/LineText.h"
#include "ui/TranscriptView.h"

#include <QWindow>

namespace Greenroom {

TranscriptRowAccessible::TranscriptRowAccessible(TranscriptView &view, int row) : m_view(&view), m_row(row) {}

int TranscriptRowAccessible::row() const
{
    return m_row;
}

bool TranscriptRowAccessible::isValid() const
{
    return !m_view.isNull() && m_row < m_view->transcript().rowCount();
}

QObject *TranscriptRowAccessible::object() const
{
    return nullptr;
}

QAccessibleInterface *TranscriptRowAccessible::childAt(int /*x*/, int /*y*/) const
{
    return nullptr;
}

QAccessibleInterface *TranscriptRowAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QAccessibleInterface *TranscriptRowAccessible::child(int /*index*/) const
{
    return nullptr;
}

int TranscriptRowAccessible::childCount() const
{
    return 0;
}

int TranscriptRowAccessible::indexOfChild(const QAccessibleInterface * /*child*/) const
{
    return -1;
}

QString TranscriptRowAccessible::text(QAccessible::Text what) const
{
    if (!isValid())
        return {};
    if (what == QAccessible::Name)
        return LineText::sentence(m_view->transcript(), m_row);
    if (what == QAccessible::Description)
        return LineText::details(m_view->transcript().message(m_row));
    return {};
}

void TranscriptRowAccessible::setText(QAccessible::Text /*what*/, const QString & /*text*/) {}

QRect TranscriptRowAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect row = m_view->rowRect(m_row);
    return {m_view->viewport()->mapToGlobal(row.topLeft()), row.size()};
}

QAccessible::Role TranscriptRowAccessible::role() const
{
    return QAccessible::ListItem;
}

QAccessible::State TranscriptRowAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const TranscriptCursor &cursor = m_view->textCursor();
    const TranscriptSelection &selection = cursor.selection();
    state.focusable = true;
    state.focused = m_view->hasFocus() && cursor.row() == m_row;
    state.selectable = true;
    state.selected = !selection.isEmpty() && m_row >= selection.from().row && m_row <= selection.to().row;
    state.readOnly = true;
    state.offscreen = !m_view->rowRect(m_row).intersects(m_view->viewport()->rect());
    return state;
}

QWindow *TranscriptRowAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/TranscriptAccessible.h"

#include "ui/TranscriptRowAccessible.h"
#include "ui/TranscriptView.h"

namespace Greenroom {

namespace {

QAccessibleInterface *make(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(*view) : nullptr;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView &view)
    : QAccessibleWidget(&view, QAccessible::List), m_view(view)
{
    using Model = QAbstractItemModel;
    // Only rows at the end leave the others what they are.
    const auto inserted = [this](const QModelIndex &, int first) {
        if (first == 0)
            forgetChildren();
    };
    m_insertions = QObject::connect(&view.transcript(), &Model::rowsInserted, &view, inserted);
    m_removals =
        QObject::connect(&view.transcript(), &Model::rowsRemoved, &view, [this] { forgetChildren(); });
    m_resets = QObject::connect(&view.transcript(), &Model::modelReset, &view, [this] { forgetChildren(); });
}

TranscriptAccessible::~TranscriptAccessible()
{
    QObject::disconnect(m_insertions);
    QObject::disconnect(m_removals);
    QObject::disconnect(m_resets);
    forgetChildren();
}

void TranscriptAccessible::install()
{
    QAccessible::installFactory(make);
}

void TranscriptAccessible::announceCurrentRow(TranscriptView &view, int row)
{
    if (row < 0 || !view.hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent focused(&view, QAccessible::Focus);
    focused.setChild(row);
    QAccessible::updateAccessibility(&focused);
}

int TranscriptAccessible::childCount() const
{
    return m_view.transcript().rowCount();
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_children.constFind(index);
    if (known != m_children.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new TranscriptRowAccessible(m_view, index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const TranscriptRowAccessible *>(child);
    return row ? row->row() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    return child(m_view.rowAt(m_view.viewport()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    return m_view.hasFocus() ? child(m_view.textCursor().row()) : nullptr;
}

void TranscriptAccessible::forgetChildren()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
    m_children.clear();
}

} // namespace Greenroom

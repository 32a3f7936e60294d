// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace Greenroom {

class TranscriptView;

/// A transcript for a screen reader: a list whose items are its lines, each a whole sentence.
class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView &view);
    ~TranscriptAccessible() override;
    Q_DISABLE_COPY_MOVE(TranscriptAccessible)

    /// Has Qt make one of these for every TranscriptView; more calls than one do no harm.
    static void install();

    /// Tells screen readers that the keyboard is at this row of `view`.
    static void announceCurrentRow(TranscriptView &view, int row);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    void forgetChildren();

    TranscriptView &m_view;
    QMetaObject::Connection m_insertions;
    QMetaObject::Connection m_removals;
    QMetaObject::Connection m_resets;
    /// Those that were asked for, by row.
    mutable QHash<int, QAccessible::Id> m_children;
};

} // namespace Greenroom

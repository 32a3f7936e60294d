// SPDX-License-Identifier: MIT
#pragma once

#include "ui/RowText.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace Greenroom {

class TranscriptView;

/// The keyboard in a transcript: goes from line to line, selects lines with Shift and parts of them with
/// Shift and the arrows to the sides, copies.
class TranscriptKeys : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of `view`.
    explicit TranscriptKeys(TranscriptView &view);

    /// Whether the current line is to be shown as such: the view has the keyboard, and it is used.
    bool showsFocus() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handle(const QKeyEvent &event);
    bool command(const QKeyEvent &event);
    bool goByKey(const QKeyEvent &event);
    void takeFocus(Qt::FocusReason reason);
    void goTo(int row, Qt::KeyboardModifiers modifiers);
    void selectRows(int anchor, int cursor);
    void extendSideways(int key, RowText::Step step);
    bool scrollWithin(int row, int direction);
    /// Scrolls by a page; returns the row where the current one was.
    int rowAPageAway(int direction);
    int lengthOf(int row) const;
    int startRow() const;

    TranscriptView &m_view;
    bool m_isUsed = false;
};

} // namespace Greenroom

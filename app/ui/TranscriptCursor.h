// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptSelection.h"

#include <QObject>

namespace Greenroom {

class TranscriptModel;

/// What is selected of a transcript and which line the keyboard is at. Stays with its lines when others come.
class TranscriptCursor : public QObject
{
    Q_OBJECT

public:
    /// Borrows `transcript`.
    explicit TranscriptCursor(const TranscriptModel &transcript, QObject *parent = nullptr);

    const TranscriptSelection &selection() const;
    /// What is selected, as it is copied.
    QString selectedText() const;
    /// The line that the keyboard is at, -1 if there is none.
    int row() const;

    void select(TextPlace anchor, TextPlace cursor);
    void setRow(int row);

public Q_SLOTS:
    /// Puts the selected text on the clipboard, several lines with times and names each; without a selection
    /// the current line.
    void copy();
    void selectAll();
    void clearSelection();

Q_SIGNALS:
    void selectionChanged();
    void rowChanged(int row);

private:
    void noteInserted(const QModelIndex &parent, int first, int last);
    void noteRemoved(const QModelIndex &parent, int first, int last);
    void noteReset();

    const TranscriptModel &m_transcript;
    TranscriptSelection m_selection;
    int m_row = -1;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/TranscriptCursor.h"

#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Greenroom {

TranscriptCursor::TranscriptCursor(const TranscriptModel &transcript, QObject *parent)
    : QObject(parent), m_transcript(transcript)
{
    connect(&transcript, &QAbstractItemModel::rowsInserted, this, &TranscriptCursor::noteInserted);
    connect(&transcript, &QAbstractItemModel::rowsRemoved, this, &TranscriptCursor::noteRemoved);
    connect(&transcript, &QAbstractItemModel::modelReset, this, &TranscriptCursor::noteReset);
}

const TranscriptSelection &TranscriptCursor::selection() const
{
    return m_selection;
}

QString TranscriptCursor::selectedText() const
{
    return m_selection.text(m_transcript);
}

int TranscriptCursor::row() const
{
    return m_row;
}

void TranscriptCursor::select(TextPlace anchor, TextPlace cursor)
{
    if (m_selection.anchor() == anchor && m_selection.cursor() == cursor)
        return;
    m_selection.begin(anchor);
    m_selection.extendTo(cursor);
    Q_EMIT selectionChanged();
}

void TranscriptCursor::setRow(int row)
{
    if (row == m_row)
        return;
    m_row = row;
    Q_EMIT rowChanged(row);
}

void TranscriptCursor::copy()
{
    QString text = selectedText();
    if (text.isEmpty() && m_row >= 0)
        text = LineText::withTimeAndName(m_transcript, m_row);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TranscriptCursor::selectAll()
{
    const int last = m_transcript.rowCount() - 1;
    if (last >= 0)
        select({0, 0}, {last, static_cast<int>(LineText::shown(m_transcript.message(last)).size())});
}

void TranscriptCursor::clearSelection()
{
    select({}, {});
}

void TranscriptCursor::noteInserted(const QModelIndex & /*parent*/, int first, int last)
{
    m_selection.noteInserted(first, last - first + 1);
    if (m_row >= first)
        m_row += last - first + 1;
}

void TranscriptCursor::noteRemoved(const QModelIndex & /*parent*/, int first, int last)
{
    m_selection.noteRemoved(first, last - first + 1);
    setRow(std::min(m_row > last ? m_row - (last - first + 1) : m_row, m_transcript.rowCount() - 1));
}

void TranscriptCursor::noteReset()
{
    m_selection.clear();
    setRow(-1);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/PageReading.h"

#include "archive/Archive.h"
#include "archive/ArchivedConversation.h"
#include "transcript/TranscriptModel.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

namespace Greenroom {

PageReading::PageReading(QWidget &page, TranscriptPane &pane, Archive &archive)
    : QObject(&page), m_page(page), m_pane(pane), m_archive(archive)
{
    connect(&m_pane.view().transcript(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex & /*parent*/, int first, int last) { noteRows(first, last); });
}

void PageReading::markRead()
{
    m_unread = 0;
    if (const ArchivedConversation *stored = m_pane.view().transcript().conversation())
        m_archive.markRead(stored->key());
    Q_EMIT read();
}

void PageReading::takeUp()
{
    const TranscriptModel &transcript = m_pane.view().transcript();
    m_unread = transcript.firstUnread() < 0 ? 0 : transcript.conversation()->unread();
    m_pane.view().setUnreadRow(transcript.firstUnread());
    if (m_page.isVisible())
        showUnread();
}

void PageReading::showUnread()
{
    if (m_unread > 0)
        m_pane.view().showUnread();
}

void PageReading::noteOwnLine()
{
    m_pane.view().setUnreadRow(-1);
    m_pane.view().scrollToEnd();
}

/// Somebody may well see what comes now.
bool PageReading::isLookedAt() const
{
    return m_page.isVisible() && m_page.isActiveWindow();
}

void PageReading::noteRows(int first, int last)
{
    TranscriptModel &transcript = m_pane.view().transcript();
    for (int row = first; row <= last; ++row) {
        if (!transcript.isFromOthers(row))
            continue;
        if (m_unread == 0 && !isLookedAt())
            m_pane.view().setUnreadRow(row);
        transcript.noteUnread(row);
        ++m_unread;
    }
}

} // namespace Greenroom

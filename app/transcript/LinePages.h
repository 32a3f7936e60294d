// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchivedConversation.h"

#include <QCache>

namespace Greenroom {

/// The lines of a conversation that are on the disk, read a page at a time; those that were read lately are
/// kept, so that memory is bounded however long the conversation.
class LinePages
{
public:
    LinePages();

    /// From now on the pages are those of `source`, which is borrowed; of nothing if it is null.
    void reset(const ArchivedConversation *source);
    /// The line with this number, without its frame; valid until some others were asked for.
    const Message &line(qint64 number);
    /// The line is another now, and will be on the disk when `write` is written.
    void change(qint64 number, const Message &line, quint64 write);
    /// The line, which was in memory until now, is on the disk.
    void take(qint64 number, Message line);
    /// Everything up to this write is on the disk.
    void noteWritten(quint64 write);
    /// The line is the one that was typed here under this number.
    void setOwnLine(qint64 number, quint64 ownLine);
    quint64 ownLine(qint64 number) const { return m_ownLines.value(number); }

private:
    struct Page
    {
        std::vector<Message> lines;
        /// Lines from this number on were not there when the page was read.
        qint64 end = 0;
    };

    struct Change
    {
        Message line;
        quint64 write = 0;
    };

    Page &page(qint64 number);
    std::unique_ptr<Page> read(qint64 first) const;

    const ArchivedConversation *m_source = nullptr;
    /// By the number of the page.
    QCache<qint64, Page> m_pages;
    QHash<qint64, Change> m_changes;
    QHash<qint64, quint64> m_ownLines;
};

} // namespace Greenroom

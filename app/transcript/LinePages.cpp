// SPDX-License-Identifier: MIT
#include "transcript/LinePages.h"

#include <QCoreApplication>

namespace Greenroom {

namespace {

constexpr qint64 pageSize = 128;
/// In UTF-16 units: some thousand ordinary lines, or a few pages of the longest.
constexpr qsizetype capacity = 2'000'000;
constexpr qsizetype lineCost = 150;
/// So that some pages are always at hand.
constexpr qsizetype mostCost = capacity / 8;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LinePages)
};

Message unreadable()
{
    Message line;
    line.kind = Message::Kind::Error;
    line.text = Tr::tr("This line could not be read from the disk.");
    return line;
}

} // namespace

LinePages::LinePages() : m_pages(capacity) {}

void LinePages::reset(const ArchivedConversation *source)
{
    m_source = source;
    m_pages.clear();
    m_changes.clear();
    m_ownLines.clear();
}

const Message &LinePages::line(qint64 number)
{
    return page(number).lines.at(static_cast<std::size_t>(number % pageSize));
}

void LinePages::change(qint64 number, const Message &line, quint64 write)
{
    if (Page *known = m_pages.object(number / pageSize); known && number < known->end)
        known->lines.at(static_cast<std::size_t>(number % pageSize)) = line;
    m_changes.insert(number, {line, write});
}

void LinePages::take(qint64 number, Message line)
{
    if (line.ownLine != 0)
        m_ownLines.insert(number, line.ownLine);
    // A page may have been read before the line was changed.
    if (Page *known = m_pages.object(number / pageSize); known && number < known->end) {
        line.rawFrame.clear();
        known->lines.at(static_cast<std::size_t>(number % pageSize)) = std::move(line);
    }
}

void LinePages::noteWritten(quint64 write)
{
    // What will not be written is kept for good: its number is 0.
    m_changes.removeIf([write](QHash<qint64, Change>::iterator change) {
        return change->write != 0 && change->write <= write;
    });
}

void LinePages::setOwnLine(qint64 number, quint64 ownLine)
{
    m_ownLines.insert(number, ownLine);
    if (Page *known = m_pages.object(number / pageSize); known && number < known->end)
        known->lines.at(static_cast<std::size_t>(number % pageSize)).ownLine = ownLine;
}

LinePages::Page &LinePages::page(qint64 number)
{
    const qint64 index = number / pageSize;
    if (Page *known = m_pages.object(index); known && number < known->end)
        return *known;
    std::unique_ptr<Page> made = read(index * pageSize);
    made->end = std::max(made->end, number + 1);
    Page &kept = *made;
    qsizetype cost = 0;
    for (const Message &line : kept.lines)
        cost += lineCost + line.text.size();
    m_pages.insert(index, made.release(), static_cast<int>(std::min(cost, mostCost)));
    return kept;
}

std::unique_ptr<LinePages::Page> LinePages::read(qint64 first) const
{
    auto page = std::make_unique<Page>();
    page->lines.resize(pageSize, unreadable());
    const QList<NumberedLine> found =
        m_source ? m_source->lines(first, first + pageSize) : QList<NumberedLine>();
    for (const NumberedLine &read : found) {
        Message &line = page->lines.at(static_cast<std::size_t>(read.number - first));
        line = read.line;
        line.ownLine = m_ownLines.value(read.number);
        page->end = read.number + 1;
    }
    if (m_changes.isEmpty())
        return page;
    for (qint64 number = first; number < first + pageSize; ++number) {
        if (const auto change = m_changes.constFind(number); change != m_changes.cend())
            page->lines.at(static_cast<std::size_t>(number - first)) = change->line;
    }
    return page;
}

} // namespace Greenroom

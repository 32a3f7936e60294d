// SPDX-License-Identifier: MIT
#include "archive/LineFinder.h"

#include "archive/LineIndex.h"
#include "transcript/LineText.h"

namespace Greenroom {

namespace {

/// Each some milliseconds of work.
constexpr int candidatesAStep = 300;
constexpr qint64 linesAStep = 1000;

} // namespace

LineFinder::LineFinder(ArchiveReader &reader, qint64 conversation, QString wanted, qint64 before)
    : m_reader(reader),
      m_conversation(conversation),
      m_wanted(std::move(wanted)),
      m_expression(LineIndex::expression(m_wanted)),
      m_before(before)
{
}

QList<NumberedLine> LineFinder::next()
{
    if (isAtEnd())
        return {};
    QList<NumberedLine> found = m_expression.isEmpty() ? nextOfLines() : nextOfIndex();
    found.removeIf([this](const NumberedLine &line) {
        return !LineText::shown(line.line).contains(m_wanted, Qt::CaseInsensitive);
    });
    return found;
}

QList<NumberedLine> LineFinder::nextOfIndex()
{
    const qint64 first = LineIndex::volumeOf(m_before - 1) * LineIndex::volumeSize;
    QList<NumberedLine> found =
        m_reader.candidates(m_conversation, m_expression, first, m_before, candidatesAStep);
    m_before = found.size() < candidatesAStep ? first : found.constLast().number;
    return found;
}

QList<NumberedLine> LineFinder::nextOfLines()
{
    const qint64 first = std::max<qint64>(m_before - linesAStep, 0);
    QList<NumberedLine> found = m_reader.lines(m_conversation, first, m_before);
    m_before = first;
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace Greenroom

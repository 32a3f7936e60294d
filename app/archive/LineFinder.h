// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveReader.h"

namespace Greenroom {

/// Looks for a text in the lines of one conversation that are on the disk, in capitals or not, the newest
/// first, in steps that take some milliseconds each.
class LineFinder
{
public:
    /// Borrows `reader`. Lines from the number `before` on are left out.
    LineFinder(ArchiveReader &reader, qint64 conversation, QString wanted, qint64 before);

    /// The lines below this number are still to be searched.
    qint64 before() const { return m_before; }
    bool isAtEnd() const { return m_before <= 0; }
    /// Searches some more lines and returns those that hold the text, the newest first.
    QList<NumberedLine> next();

private:
    QList<NumberedLine> nextOfIndex();
    QList<NumberedLine> nextOfLines();

    ArchiveReader &m_reader;
    qint64 m_conversation;
    QString m_wanted;
    /// For the index; empty if it does not know of such short texts.
    QString m_expression;
    qint64 m_before;
};

} // namespace Greenroom

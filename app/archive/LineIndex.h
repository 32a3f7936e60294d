// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

struct Message;

/// The index of the words in a conversation, by any three characters that follow one another. It leads to
/// lines that may hold a text and misses none that does; whoever searches looks at the lines themselves.
///
/// It comes in volumes, each of which takes some milliseconds to search, and which can be dropped. What is
/// indexed is the line as it is shown, in the language of that time.
namespace LineIndex {

/// The lines of one volume.
constexpr qint64 volumeSize = 131'072;
/// Texts of fewer characters are not to be found in the index.
constexpr qsizetype shortest = 3;

constexpr qint64 volumeOf(qint64 number)
{
    return number / volumeSize;
}

/// The name of a volume's table.
QString table(qint64 conversation, qint64 volume);
/// The pattern that the names of all volumes of a conversation match, for GLOB.
QString tables(qint64 conversation);
/// The statement that makes a volume's table.
QString creation(qint64 conversation, qint64 volume);

/// What is put into the index for a line, in UTF-8.
QByteArray entry(const Message &message);
/// What to look for in the index to find the lines that hold `wanted`; empty if that is too short for it.
QString expression(const QString &wanted);

} // namespace LineIndex

} // namespace Greenroom

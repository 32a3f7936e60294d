// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>

class QTextStream;

namespace Greenroom::Bench {

/// Opens a conversation of so many messages that are kept on the disk, scrolls and searches in it; then lets
/// messages come for so many seconds. Prints a table and returns the figures.
QJsonObject measureStored(QTextStream &out, int lines, int seconds);

} // namespace Greenroom::Bench

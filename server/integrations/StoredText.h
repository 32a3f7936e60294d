// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

namespace Greenroom {

/// The text that is said and stored where a message is no text. The deployed function formats whatever it
/// gets: so do we, numbers, `True`, `False` and `None` as Python prints them. It would print lists and
/// objects in Python's notation, which is of no use to a reader; here they are written as JSON. The table
/// gets the same text, for its column is one. Pure.
QString storedText(const QJsonValue &message);

} // namespace Greenroom

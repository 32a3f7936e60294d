// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonTree.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <utility>

/// JSON as Python's `json.dumps` writes it by default: ", " and ": " between things, ASCII only. Pure.
/// https://docs.python.org/3/library/json.html#json.dumps
namespace Greenroom::PythonJson {

/// A name and its value, already written.
using Member = std::pair<QString, QByteArray>;

/// A quoted text; what is not printable ASCII is escaped, `\uXXXX` in lower case, in UTF-16 units.
QByteArray string(const QString &text);

/// A list of values that are already written.
QByteArray array(const QList<QByteArray> &values);

/// An object with its members in the order given.
QByteArray object(const QList<Member> &members);

/// Any value, its members in their order and its numbers as PythonNumber has them.
QByteArray value(const JsonTree &value);

} // namespace Greenroom::PythonJson

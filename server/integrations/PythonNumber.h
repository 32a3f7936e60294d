// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// Numbers as Python has them once `json.loads` has read them from their text. Pure.
namespace Greenroom::PythonNumber {

/// As `str` and `repr` write it: an integer as it was, a float with the fewest digits that lead back to it.
/// https://docs.python.org/3/library/functions.html#repr
QString repr(const QString &number);

/// As `json.dumps` writes it, which is the same but for NaN and Infinity.
QString json(const QString &number);

/// Whether Python takes it for false.
bool isZero(const QString &number);

} // namespace Greenroom::PythonNumber

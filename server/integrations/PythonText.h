// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonTree.h"

/// What Python makes of a value where it puts it into a text. Pure.
namespace Greenroom::PythonText {

/// As `str` and f-strings write it: a text as it is, `None`, `True`, and what is in lists and objects as
/// `repr` writes it: `['a', {'b': 1.0}]`.
/// https://docs.python.org/3/library/stdtypes.html#str
QString str(const JsonTree &value);

} // namespace Greenroom::PythonText

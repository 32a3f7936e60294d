// SPDX-License-Identifier: MIT
#pragma once

#include "json/JsonTree.h"

namespace Greenroom {

/// The text that the table keeps of a message: what is said, as PythonText::str() has it, with U+FFFD for
/// what is no character. The deployed function would keep numbers, lists and objects as such and refuse
/// floats; here the column is a text. Pure.
QString storedText(const JsonTree &message);

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QString>

/// A new password from whoever runs the program.
namespace Greenroom::TerminalPassword {

/// From a terminal: asks for it twice, on standard error, and shows nothing of it. Else the first line of
/// standard input. The error is a sentence.
Result<QString> ask();

} // namespace Greenroom::TerminalPassword

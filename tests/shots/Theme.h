// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

namespace Greenroom::Shots {

/// A platform's dark palette, as desktops hand it to applications; the light one is Qt's own.
QPalette darkPalette();

} // namespace Greenroom::Shots

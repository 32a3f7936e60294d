// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>

namespace Greenroom::Shots {

/// What a search over all conversations has found.
QPixmap searchEverywhere();
/// A window whose conversations cannot be read.
QPixmap damagedArchive();

} // namespace Greenroom::Shots

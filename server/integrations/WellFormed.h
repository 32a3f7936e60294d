// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

/// `text` with U+FFFD for each half of a surrogate pair that stands alone, as everything that writes UTF-8
/// does it but Qt, which has question marks. Pure.
QString wellFormed(const QString &text);

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QString>
#include <optional>

namespace Greenroom {

/// `moment` as the backends write it: UTC, whole seconds (rounded down), `2026-01-31T12:00:00Z`.
QString toStamp(WallTime moment);

/// `moment` as browsers' `toISOString()` writes it: UTC with milliseconds, `2026-01-31T12:00:00.250Z`.
QString toMillisecondStamp(WallTime moment);

/// The moment that `stamp` names, in either form above; nothing if it is no such stamp or no such day.
std::optional<WallTime> fromStamp(QStringView stamp);

} // namespace Greenroom

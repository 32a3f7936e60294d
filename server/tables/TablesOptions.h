// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Durability.h"

#include <QString>

namespace Greenroom {

/// How the last run that used some tables has come to its end. `Killed` may have left sessions open in them.
enum class LastRun { Ended, Killed };

/// `WhenUsed` leaves it to the first write where nothing is amiss as far as can be told without: the file is
/// missing, or looks sound and the last run has ended in good order.
enum class Opening { AtOnce, WhenUsed };

/// Where tables are kept and how.
struct TablesOptions
{
    /// Empty keeps them in memory.
    QString file = {};
    Durability durability = Durability::Normal;
    LastRun lastRun = LastRun::Killed;
    Opening opening = Opening::WhenUsed;
};

} // namespace Greenroom

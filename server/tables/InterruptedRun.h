// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "tables/TablesOptions.h"

QT_BEGIN_NAMESPACE
class QSqlDatabase;
QT_END_NAMESPACE

namespace Greenroom {

/// Puts right what a run that was killed has left open: nobody is connected, and every session without an end
/// gets the last moment that the tables know of (its own beginning at least) as its end. Where the last run
/// has `Ended` this looks for connections only, however much there is in the tables.
Result<void> closeInterruptedRun(QSqlDatabase &database, LastRun lastRun);

} // namespace Greenroom

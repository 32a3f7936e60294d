// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

QT_BEGIN_NAMESPACE
class QSqlDatabase;
QT_END_NAMESPACE

/// How a stage's file comes from any older shape to the present one. `user_version` counts the steps done.
namespace Greenroom::Migrations {

/// The shape that this program reads and writes.
int currentVersion();

/// Brings an open `database` to currentVersion(), each step in a transaction of its own. Refuses a file that
/// a newer program has written.
Result<void> run(QSqlDatabase &database);

} // namespace Greenroom::Migrations

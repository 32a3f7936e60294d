// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace Greenroom {

/// The tables in `file` hold what this program can not have written.
Error damagedTables(const QString &file);

/// What went wrong with the tables in `file`, as one sentence.
Error tablesError(const QSqlError &error, const QString &file);

} // namespace Greenroom

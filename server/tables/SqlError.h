// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace Greenroom {

/// What went wrong with the tables in `file`, as one sentence.
Error tablesError(const QSqlError &error, const QString &file);

} // namespace Greenroom

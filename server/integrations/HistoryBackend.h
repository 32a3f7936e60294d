// SPDX-License-Identifier: MIT
#pragma once

#include "common/Ids.h"
#include "gateway/Backend.h"

namespace Greenroom {

/// A HistoryChat with its tables in `tablesFile`, or in memory if that is empty. Borrows `clock` and `ids`.
BackendFactory historyBackend(const QString &tablesFile, Clock &clock, IdMint &ids);

} // namespace Greenroom

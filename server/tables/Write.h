// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "tables/Rows.h"

#include <QList>
#include <optional>
#include <variant>
#include <vector>

namespace Greenroom {

/// The writes that Tables offers, as values that can be queued.
struct OpenSession
{
    SessionRow row;
};

struct CloseSession
{
    QString connectionId;
    QString disconnectedAt;
};

struct PutConnection
{
    QString connectionId;
};

struct DeleteConnection
{
    QString connectionId;
};

struct PutMessage
{
    MessageRow row;
};

using Write = std::variant<OpenSession, CloseSession, PutConnection, DeleteConnection, PutMessage>;

/// In the order in which they are written.
using Writes = std::vector<Write>;

/// One for each write, in the order of the writes.
using WriteResults = QList<Result<void>>;

/// What became of some writes, or of none where it was only tried whether there can be any.
struct WrittenBatch
{
    WriteResults results;
    /// Why nothing could be written, if so.
    std::optional<Error> trouble = {};
    /// Those that have left and still stand in the tables, from this batch or an earlier one.
    qsizetype leaving = 0;
};

} // namespace Greenroom

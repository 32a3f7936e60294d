// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "tables/Rows.h"

#include <QList>
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

/// The same on its way between threads: a type of its own, for Qt would try to compare bare lists of results.
struct WrittenBatch
{
    WriteResults results;
    /// Sessions whose end is still to be written, from this batch or an earlier one.
    qsizetype unclosed = 0;
};

} // namespace Greenroom

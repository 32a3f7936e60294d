// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveTrouble.h"

#include <QtGlobal>
#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QSqlDatabase;
QT_END_NAMESPACE

/// How the archive's file comes from any older shape to the present one. `user_version` counts the steps
/// done.
namespace Greenroom::ArchiveMigrations {

/// Tells our files from other programs'; SQLite keeps it in the header.
constexpr int applicationId = 0x47524e52;

/// The shape that this program reads and writes.
int currentVersion();

/// Looks at an open `database` without changing it: whether it is ours, or empty, and not a newer program's.
tl::expected<void, ArchiveTrouble> check(const QSqlDatabase &database);

/// Brings a database that has passed check() to currentVersion(), each step in a transaction of its own.
tl::expected<void, ArchiveTrouble> run(const QSqlDatabase &database);

} // namespace Greenroom::ArchiveMigrations

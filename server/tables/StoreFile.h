// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <optional>
#include <utility>

namespace Greenroom {

/// The file behind an SqliteStore as the system sees it, which SQLite does not tell of. All is well with
/// tables in memory.
class StoreFile
{
public:
    /// Remembers which file it is that now has the name `path`.
    explicit StoreFile(QString path);

    /// Whether there is a log beside the file of this name. SQLite deletes it when the last of those that use
    /// the file closes it.
    static bool hasLog(const QString &path);

    /// Whether the file of this name looks like tables that this program can use as they are and that were
    /// closed in good order, as far as its first bytes tell.
    static bool looksSound(const QString &path);

    /// Fails if the file has been deleted or replaced since: what is written then is written for nobody.
    Result<void> checkIdentity() const;

    /// Fails if there is no room for some of the largest messages. Without this a disk would be said to be
    /// full and not to be full again and again, as small rows find room a while longer.
    Result<void> checkRoom() const;

private:
    /// Device and inode; nothing where there is no such file.
    using Identity = std::optional<std::pair<quint64, quint64>>;

    static Identity identityOf(const QString &path);

    QString m_path;
    Identity m_identity;
};

} // namespace Greenroom

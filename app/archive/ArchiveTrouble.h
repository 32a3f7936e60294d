// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace Greenroom {

/// Why conversations are not kept, or no longer.
struct ArchiveTrouble
{
    enum class Kind {
        /// The file is no archive, or some of it cannot be read. Nothing is written to it.
        Damaged,
        /// A newer version of the program wrote it. Nothing is written to it.
        Newer,
        /// It can be read only.
        ReadOnly,
        /// Another run of the program writes to it; it can be read.
        InUse,
        /// It cannot be made or opened.
        Unreachable,
        /// It could not be written; what is new is kept in memory, and tried again.
        Unwritten,
    };

    Kind kind = Kind::Unwritten;
    /// One sentence for the person at the screen.
    QString sentence;

    bool operator==(const ArchiveTrouble &other) const = default;

    /// What went wrong with the archive in `file`.
    static ArchiveTrouble of(const QSqlError &error, const QString &file);
    static ArchiveTrouble damaged(const QString &file);
    static ArchiveTrouble newer(const QString &file);
    static ArchiveTrouble readOnly(const QString &file);
    static ArchiveTrouble inUse();
    static ArchiveTrouble unreachable(const QString &file, const QString &reason);
};

} // namespace Greenroom

Q_DECLARE_METATYPE(Greenroom::ArchiveTrouble)

// SPDX-License-Identifier: MIT
#include "archive/ArchiveTrouble.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace Greenroom {

namespace {

// https://www.sqlite.org/rescode.html. Extended codes keep these in the low byte.
constexpr int readOnlyFile = 8;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;
constexpr int primaryCodeMask = 0xff;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveTrouble)
};

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

} // namespace

ArchiveTrouble ArchiveTrouble::of(const QSqlError &error, const QString &file)
{
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & primaryCodeMask) {
    case corrupt:
    case notADatabase:
        return damaged(file);
    case readOnlyFile:
        return readOnly(file);
    case cannotOpen:
        return unreachable(file, reason);
    case full:
        return {Kind::Unwritten,
                Tr::tr("The disk is full: what is new in the conversations stays in memory until there is "
                       "room. Keep Greenroom open.")};
    default:
        return {Kind::Unwritten,
                Tr::tr("The conversations could not be written (%1); what is new stays in memory until that "
                       "works again. Keep Greenroom open.",
                       "%1 is the system's reason")
                    .arg(reason)};
    }
}

ArchiveTrouble ArchiveTrouble::damaged(const QString &file)
{
    return {
        Kind::Damaged,
        Tr::tr("The file of the conversations, “%1”, is damaged and was left as it is. New lines are kept "
               "in memory only.")
            .arg(shown(file))};
}

ArchiveTrouble ArchiveTrouble::newer(const QString &file)
{
    return {Kind::Newer,
            Tr::tr("The conversations in “%1” were written by a newer version of Greenroom; use that one to "
                   "read them. New lines are kept in memory only.")
                .arg(shown(file))};
}

ArchiveTrouble ArchiveTrouble::readOnly(const QString &file)
{
    return {Kind::ReadOnly,
            Tr::tr("The file of the conversations, “%1”, cannot be written to. New lines are kept in memory "
                   "only.")
                .arg(shown(file))};
}

ArchiveTrouble ArchiveTrouble::inUse()
{
    return {Kind::InUse,
            Tr::tr("Greenroom runs already and writes the conversations there: new lines here are "
                   "kept in memory only.")};
}

ArchiveTrouble ArchiveTrouble::unreachable(const QString &file, const QString &reason)
{
    return {Kind::Unreachable, Tr::tr("The conversations cannot be kept in “%1” (%2). New lines are kept in "
                                      "memory only.",
                                      "%2 is the system's reason")
                                   .arg(shown(file), reason)};
}

} // namespace Greenroom

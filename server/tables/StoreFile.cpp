// SPDX-License-Identifier: MIT
#include "tables/StoreFile.h"

#include "tables/Migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace Greenroom {

namespace {

constexpr quint64 fairRoom = 1'000'000;

} // namespace

StoreFile::StoreFile(QString path) : m_path(std::move(path)), m_identity(identityOf(m_path)) {}

bool StoreFile::hasLog(const QString &path)
{
    return QFile::exists(path + QStringLiteral("-wal"));
}

/// https://www.sqlite.org/fileformat.html#the_database_header; while there is a log the truth may be in it.
bool StoreFile::looksSound(const QString &path)
{
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype versionOffset = 60;
    if (hasLog(path))
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray header = file.read(headerSize);
    return header.size() == headerSize && header.startsWith(QByteArray("SQLite format 3", 16))
           && qFromBigEndian<qint32>(header.constData() + versionOffset) == Migrations::currentVersion();
}

Result<void> StoreFile::checkIdentity() const
{
    if (identityOf(m_path) == m_identity)
        return {};
    return failure(QCoreApplication::translate(
                       "Greenroom::Tables", "The tables in “%1” were deleted or replaced while this program "
                                            "uses them; start it again.")
                       .arg(QDir::toNativeSeparators(m_path)));
}

Result<void> StoreFile::checkRoom() const
{
    struct statvfs system = {};
    const bool isKnown = ::statvfs(QFile::encodeName(m_path).constData(), &system) == 0;
    if (!isKnown || quint64(system.f_bavail) * system.f_frsize >= fairRoom)
        return {};
    return failure(
        QCoreApplication::translate("Greenroom::Tables", "There is no room for the tables in “%1”.")
            .arg(QDir::toNativeSeparators(m_path)));
}

StoreFile::Identity StoreFile::identityOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return std::pair(quint64(status.st_dev), quint64(status.st_ino));
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "tables/DataDirectory.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Greenroom {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Greenroom::DataDirectory", text);
}

Result<void> makeDirectory(const QDir &directory)
{
    const QString shown = QDir::toNativeSeparators(directory.path());
    const QFileInfo info(directory.path());
    if (info.exists() && !info.isDir())
        return failure(translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory",
                                                    "The data directory “%1” is not a directory."))
                           .arg(shown));
    if (info.exists())
        return {};
    if (!directory.mkpath(QStringLiteral(".")))
        return failure(translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory",
                                                    "The data directory “%1” cannot be made."))
                           .arg(shown));
    // Chats are nobody else's business.
    QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Error lockError(const QLockFile &lock, const QDir &directory)
{
    const QString shown = QDir::toNativeSeparators(directory.path());
    if (lock.error() != QLockFile::LockFailedError)
        return {translated(
                    QT_TRANSLATE_NOOP("Greenroom::DataDirectory", "The data directory “%1” is not writable."))
                    .arg(shown)};
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return {translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory",
                                         "The data directory “%1” is in use by another server (process %2); "
                                         "end it or choose another directory."))
                .arg(shown, QString::number(process))};
}

} // namespace

Result<DataDirectory> DataDirectory::open(const QString &path)
{
    const QDir directory(QDir(path).absolutePath());
    if (auto made = makeDirectory(directory); !made)
        return tl::unexpected(made.error());
    auto lock = std::make_unique<QLockFile>(directory.filePath(QStringLiteral("server.lock")));
    // A lock does not grow old: servers run for weeks. One left by a killed server is noticed by its process.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return tl::unexpected(lockError(*lock, directory));
    return DataDirectory(directory, std::move(lock));
}

DataDirectory::DataDirectory(QDir directory, std::unique_ptr<QLockFile> lock)
    : m_directory(std::move(directory)), m_lock(std::move(lock))
{
}

QString DataDirectory::tablesFile(const QString &stage) const
{
    return m_directory.filePath(stage + QStringLiteral(".sqlite"));
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "tables/DataDirectory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cerrno>
#include <sys/file.h>

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

Error notWritable(const QString &shown)
{
    return {
        translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory", "The data directory “%1” is not writable."))
            .arg(shown)};
}

/// `holder` is what the lock file says of who has locked it, if anything.
Error inUse(const QString &shown, const QByteArray &holder)
{
    bool isKnown = false;
    const int process = holder.trimmed().toInt(&isKnown);
    if (!isKnown || process <= 0)
        return {translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory",
                                             "The data directory “%1” is in use by another server; end it or "
                                             "choose another directory."))
                    .arg(shown)};
    return {translated(QT_TRANSLATE_NOOP("Greenroom::DataDirectory",
                                         "The data directory “%1” is in use by another server (process %2); "
                                         "end it or choose another directory."))
                .arg(shown, QString::number(process))};
}

/// Qt opens files with O_CLOEXEC, so that no program that we start keeps the lock.
Result<LastRun> lockFile(QFile &file, const QString &shown)
{
    constexpr int longestProcess = 32;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return tl::unexpected(notWritable(shown));
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0)
        return tl::unexpected(errno == EWOULDBLOCK ? inUse(shown, file.read(longestProcess))
                                                   : notWritable(shown));
    const LastRun lastRun = file.size() == 0 ? LastRun::Ended : LastRun::Killed;
    file.resize(0);
    file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    return lastRun;
}

} // namespace

Result<DataDirectory> DataDirectory::open(const QString &path)
{
    const QDir directory(QDir(path).absolutePath());
    if (auto made = makeDirectory(directory); !made)
        return tl::unexpected(made.error());
    auto lock = std::make_unique<QFile>(directory.filePath(QStringLiteral("server.lock")));
    const auto lastRun = lockFile(*lock, QDir::toNativeSeparators(directory.path()));
    if (!lastRun)
        return tl::unexpected(lastRun.error());
    return DataDirectory(directory, std::move(lock), *lastRun);
}

DataDirectory::DataDirectory(const QDir &directory, std::unique_ptr<QFile> lock, LastRun lastRun)
    : m_directory(directory), m_lock(std::move(lock)), m_lastRun(lastRun)
{
}

QString DataDirectory::tablesFile(const QString &stage) const
{
    return m_directory.filePath(stage + QStringLiteral(".sqlite"));
}

TablesOptions DataDirectory::tables(const QString &stage, Durability durability) const
{
    return {tablesFile(stage), durability, m_lastRun};
}

void DataDirectory::noteGoodEnd()
{
    m_lock->resize(0);
}

} // namespace Greenroom

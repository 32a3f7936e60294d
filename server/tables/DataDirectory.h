// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "tables/TablesOptions.h"

#include <QDir>
#include <QFile>
#include <memory>

namespace Greenroom {

/// The folder with a gateway's files, which no other gateway may use meanwhile.
class DataDirectory
{
public:
    /// Makes the folder if it is missing, for its owner only, and locks it until this value is gone. The
    /// lock is the system's own, so that it ends with the process however that ends; what is in the lock file
    /// is for people only.
    static Result<DataDirectory> open(const QString &path);

    /// Where the tables of `stage` are kept: one file a stage.
    QString tablesFile(const QString &stage) const;
    /// The same with what else there is to know of them.
    TablesOptions tables(const QString &stage, Durability durability) const;

    /// To be called at the end when all tables are closed and nothing is left to be written to them.
    void noteGoodEnd();

private:
    DataDirectory(const QDir &directory, std::unique_ptr<QFile> lock, LastRun lastRun);

    QDir m_directory;
    /// Names the process that uses the directory, or that did not come to a good end.
    std::unique_ptr<QFile> m_lock;
    LastRun m_lastRun;
};

} // namespace Greenroom

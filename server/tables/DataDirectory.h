// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QDir>
#include <QLockFile>
#include <memory>

namespace Greenroom {

/// The folder with a gateway's files, which no other gateway may use meanwhile.
class DataDirectory
{
public:
    /// Makes the folder if it is missing, for its owner only, and locks it until this value is gone.
    static Result<DataDirectory> open(const QString &path);

    /// Where the tables of `stage` are kept: one file a stage.
    QString tablesFile(const QString &stage) const;

private:
    DataDirectory(QDir directory, std::unique_ptr<QLockFile> lock);

    QDir m_directory;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace Greenroom

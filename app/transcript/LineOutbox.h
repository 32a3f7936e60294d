// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Result.h"
#include "wire/Outgoing.h"

#include <QList>
#include <QLockFile>
#include <QMap>
#include <QUrl>
#include <memory>

namespace Greenroom {

/// A line that was typed and is not known to have arrived.
struct OutboxLine
{
    enum class State {
        /// It has never left.
        Waiting,
        /// It has left or failed; nobody knows whether it has arrived.
        Doubtful,
    };

    Outgoing outgoing;
    /// Without secrets.
    QUrl stage;
    WallTime typedAt;
    State state = State::Waiting;
};

/// All such lines of the application, one file each, so that neither a crash nor another line can harm them.
/// Each run of the program has a folder of its own; what a run that is no more has left is taken over.
class LineOutbox
{
public:
    /// Keeps its files below `directory`; in memory alone if that is empty.
    explicit LineOutbox(const QString &directory);
    ~LineOutbox();
    Q_DISABLE_COPY_MOVE(LineOutbox)

    /// The names of the lines for this stage that nobody has, oldest first; the caller has them now.
    QStringList take(const QUrl &stage);
    OutboxLine line(const QString &name) const;

    /// Puts a line in, the caller's until giveBack() or forget(); not on the disk yet.
    QString add(const OutboxLine &line);
    void setState(const QString &name, OutboxLine::State state);
    /// Writes the line to the disk, whole or not at all. The error says why it is in memory alone.
    Result<void> save(const QString &name);
    /// The line is for whoever asks next for its stage.
    void giveBack(const QString &name);
    /// The line has arrived or is given up.
    void forget(const QString &name);
    /// All lines for this stage are given up, whoever has them.
    void forgetStage(const QUrl &stage);

private:
    enum class Holder { Nobody, Somebody };

    struct Entry
    {
        OutboxLine line;
        Holder holder = Holder::Nobody;
    };

    void openOwnFolder(const QString &directory);
    void takeOver(const QString &run);
    QString path(const QString &name) const;

    /// Of this run; empty where there is none.
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    /// By name, which begins with the time.
    QMap<QString, Entry> m_lines;
    int m_count = 0;
};

} // namespace Greenroom

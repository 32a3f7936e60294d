// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <memory>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace Greenroom {

/// Moves what has been committed from SQLite's log into the file behind it, which takes as long as the disk
/// takes to have it for good. It does so in a thread of its own and with a connection of its own, so that
/// whoever writes meanwhile goes on. What cannot be moved now stays in the log.
/// https://www.sqlite.org/wal.html#ckpt
class Checkpointer : public QObject
{
    Q_OBJECT

public:
    /// `file` is open already, with a log. Here it is open only as long as something is under way.
    explicit Checkpointer(QString file);
    /// Waits for what is under way.
    ~Checkpointer() override;
    Q_DISABLE_COPY_MOVE(Checkpointer)

    /// Begins to move what is in the log now, when what is under way is done; done() follows.
    void begin();
    /// Moves all that is in the log, as long as nobody writes meanwhile, and returns when that is done.
    void finish();

Q_SIGNALS:
    /// What was in the log at the last begin() has been moved.
    void done();

private:
    void await();

    QString m_file;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveStore.h"

#include <QMap>
#include <QMutex>
#include <QObject>

namespace Greenroom {

/// The far side of the Archive: lives in a thread of its own and commits what has queued up meanwhile as a
/// group. What cannot be written stays in the queue.
class ArchiveWriter : public QObject
{
    Q_OBJECT

public:
    /// Writes to `file`, which has been prepared.
    explicit ArchiveWriter(QString file);

    /// Queues `write` and returns its number, which grows; from any thread.
    quint64 enqueue(ArchiveWrite write);
    /// The state that is to be written with the lines before it; a later one takes its place. From any
    /// thread.
    void enqueueState(qint64 conversation, const ConversationState &state);
    /// The number of the last write that was queued; from any thread.
    quint64 lastNumber();

    /// Tries again after failed(); in the writer's thread.
    void retry();
    /// Writes what is queued, unless that fails; in the writer's thread.
    void flush();
    /// As flush(), and closes the file.
    void close();
    /// Closes the file and writes nothing more; in the writer's thread.
    void abandon();

Q_SIGNALS:
    /// All writes up to this number are on the disk.
    void written(quint64 number);
    /// Nothing more is written until retry().
    void failed(const Greenroom::ArchiveTrouble &trouble);

private:
    void wake();
    void drain();
    ArchiveWrites takeBatch();
    bool writeBatch();
    tl::expected<void, ArchiveTrouble> applyToStore(const ArchiveWrites &batch);
    void putBack(ArchiveWrites batch);

    QString m_file;
    std::unique_ptr<ArchiveStore> m_store;
    bool m_waits = false;
    QMutex m_mutex;
    // All below is for whoever holds the mutex.
    ArchiveWrites m_queue;
    QMap<qint64, ConversationState> m_states;
    quint64 m_lastNumber = 0;
    bool m_isAwake = false;
};

} // namespace Greenroom

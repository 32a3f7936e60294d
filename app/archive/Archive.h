// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveReader.h"
#include "archive/ArchivedConversation.h"
#include "archive/ConversationSummary.h"
#include "common/Result.h"

#include <QHash>
#include <QLockFile>
#include <QSet>
#include <QThread>

namespace Greenroom {

class ArchiveWriter;

/// The conversations kept on this machine, in one SQLite file. Reads are short and made at once; what is
/// written is queued for a thread of its own. Where the file cannot be used, all goes on in memory, and
/// trouble() tells why.
class Archive : public QObject
{
    Q_OBJECT

public:
    /// How long a file that could not be written is left alone.
    static constexpr std::chrono::seconds retryPause{5};

    /// Keeps its conversations in `file`, or in memory alone if that is empty. Borrows `clock`.
    Archive(Clock &clock, QString file, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~Archive() override;
    Q_DISABLE_COPY_MOVE(Archive)

    const std::optional<ArchiveTrouble> &trouble() const { return m_trouble; }
    /// Everything that was put is on the disk.
    bool isWritten() const;

    /// The conversation of this key, which begins with its first line. An empty key is nobody's.
    std::unique_ptr<ArchivedConversation> open(const QString &key);
    /// Of all conversations that have lines, in no order.
    QList<ConversationSummary> summaries() const;
    ConversationSummary summary(const QString &key) const;
    /// Looks for `wanted` in a conversation; nothing if there is nothing on the disk.
    std::unique_ptr<LineFinder> find(const QString &key, const QString &wanted) const;

    void markRead(const QString &key);
    /// Erases the conversation with all that belongs to it, from the disk too. Those who have it open begin
    /// anew with an empty one. The error says why it cannot be erased now.
    Result<void> forget(const QString &key);
    /// Gives a damaged file another name, which is returned, and begins a new one.
    Result<QString> setAside();

Q_SIGNALS:
    void summaryChanged(const QString &key);
    /// Another trouble than before, or none any more.
    void troubleChanged();

private:
    friend class ArchivedConversation;

    struct Record
    {
        /// 0 before its first line.
        qint64 id = 0;
        ConversationState state;
        qint64 end = 0;
        qint64 removed = 0;
        /// The first one writes.
        QList<ArchivedConversation *> holders;
    };

    void start();
    void startReading();
    void startWriting();
    void stop();
    void close(ArchivedConversation &conversation);
    Record &begin(const QString &key);
    qint64 idOf(const QString &key) const;
    static void noteWrittenLine(Record &record, const Message &line, bool isOwn);
    void keepState(const QString &key);
    void tellSummaries();
    void setTrouble(const std::optional<ArchiveTrouble> &trouble);
    void noteWritten(quint64 number);
    void noteFailed(const ArchiveTrouble &trouble);
    void checkReader();
    void flush();
    void renew(Record &record);
    ConversationSummary summaryOf(const QString &key, const Record &record) const;

    Clock &m_clock;
    QString m_file;
    std::optional<ArchiveTrouble> m_trouble;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<ArchiveReader> m_reader;
    QThread m_thread;
    std::unique_ptr<ArchiveWriter> m_writer;
    quint64 m_written = 0;
    qint64 m_lastId = 0;
    QHash<QString, Record> m_records;
    QSet<QString> m_changed;
    std::unique_ptr<Alarm> m_retryAlarm;
};

} // namespace Greenroom

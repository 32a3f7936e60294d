// SPDX-License-Identifier: MIT
#pragma once

#include <QIODevice>
#include <QMutex>
#include <QWaitCondition>
#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace Greenroom {

/// A log that nobody waits for: each write() is one entry, a line with its end, which a thread of its own
/// writes to a descriptor. Entries that find no room, because nobody reads a pipe for example, are lost and
/// counted; when there is room again a line `... 12 entries lost` stands in their place.
class LogWriter final : public QIODevice
{
    Q_OBJECT

public:
    /// Bytes that may wait to be written.
    static constexpr qsizetype usualRoom = 1'000'000;
    /// How long the end waits for what is still to be written.
    static constexpr std::chrono::milliseconds lastPatience{1000};

    /// Is open at once. Borrows `descriptor`, to which others may write too.
    explicit LogWriter(int descriptor, qsizetype room = usualRoom);
    /// Writes what waits, within `lastPatience`.
    ~LogWriter() override;
    Q_DISABLE_COPY_MOVE(LogWriter)

    /// From any thread, unlike write().
    void add(QByteArrayView entry);

    /// Takes in qWarning() and the like too, as long as this lives; one of all log writers may do so.
    void takeMessages();

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    /// Says of lost entries too that they are written: there is nothing that the caller could do.
    qint64 writeData(const char *data, qint64 size) override;

private:
    void run();
    std::optional<QByteArray> take();
    bool writeOut(const QByteArray &bytes);
    bool awaitRoom();
    void appendLost();

    const int m_descriptor;
    const qsizetype m_room;
    QMutex m_mutex;
    QWaitCondition m_changed;
    QByteArray m_waiting;
    /// Of what the thread has taken.
    qsizetype m_unwritten = 0;
    qint64 m_lost = 0;
    /// When the thread gives up; from the end's beginning on.
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    std::unique_ptr<QThread> m_thread;
    QtMessageHandler m_otherMessageHandler = nullptr;
};

} // namespace Greenroom

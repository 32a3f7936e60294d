// SPDX-License-Identifier: MIT
#include "LogWriter.h"

#include <QThread>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace Greenroom {

namespace {

/// How soon the thread finds that the end has come while nobody reads.
constexpr int lookAgainMilliseconds = 20;

std::atomic<LogWriter *> &messageTaker()
{
    static std::atomic<LogWriter *> taker;
    return taker;
}

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray entry = qFormatLogMessage(type, context, message).toLocal8Bit() + '\n';
    LogWriter *taker = messageTaker();
    // What ends the program can not wait.
    if (taker != nullptr && type != QtFatalMsg)
        taker->add(entry);
    else
        std::fwrite(entry.constData(), 1, static_cast<std::size_t>(entry.size()), stderr);
}

} // namespace

LogWriter::LogWriter(int descriptor, qsizetype room)
    : m_descriptor(descriptor), m_room(room), m_thread(QThread::create([this] { run(); }))
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_thread->setObjectName(QStringLiteral("log"));
    m_thread->start();
}

LogWriter::~LogWriter()
{
    LogWriter *self = this;
    if (messageTaker().compare_exchange_strong(self, nullptr))
        qInstallMessageHandler(m_otherMessageHandler);
    {
        const QMutexLocker locker(&m_mutex);
        m_deadline = std::chrono::steady_clock::now() + lastPatience;
        m_changed.wakeAll();
    }
    m_thread->wait();
}

qint64 LogWriter::readData(char * /*data*/, qint64 /*maxSize*/)
{
    return -1;
}

qint64 LogWriter::writeData(const char *data, qint64 size)
{
    add({data, size});
    return size;
}

void LogWriter::add(QByteArrayView entry)
{
    const QMutexLocker locker(&m_mutex);
    if (m_waiting.size() + m_unwritten + entry.size() > m_room) {
        ++m_lost;
        return;
    }
    appendLost();
    m_waiting.append(entry.data(), entry.size());
    m_changed.wakeAll();
}

void LogWriter::takeMessages()
{
    messageTaker() = this;
    m_otherMessageHandler = qInstallMessageHandler(&takeMessage);
}

void LogWriter::run()
{
    while (const auto bytes = take()) {
        const bool isWritten = writeOut(*bytes);
        const QMutexLocker locker(&m_mutex);
        if (!isWritten)
            m_lost += bytes->right(m_unwritten).count('\n');
        m_unwritten = 0;
        // Told at once, as there may be no further entry; but not to where nothing can be written.
        if (isWritten && m_waiting.isEmpty())
            appendLost();
    }
}

/// All that waits, as soon as there is anything; nothing at the end.
std::optional<QByteArray> LogWriter::take()
{
    const QMutexLocker locker(&m_mutex);
    while (m_waiting.isEmpty() && !m_deadline)
        m_changed.wait(&m_mutex);
    if (m_waiting.isEmpty())
        return std::nullopt;
    m_unwritten = m_waiting.size();
    return std::exchange(m_waiting, {});
}

/// In pieces that a pipe takes whole: it says that it has room when it has room for as many bytes, and then
/// no write() waits. The descriptor itself is left as it is, as others share it.
bool LogWriter::writeOut(const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        if (!awaitRoom())
            return false;
        const auto size = static_cast<std::size_t>(std::min<qsizetype>(bytes.size() - written, PIPE_BUF));
        const ssize_t count = ::write(m_descriptor, bytes.constData() + written, size);
        if (count < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        written += std::max<ssize_t>(count, 0);
        const QMutexLocker locker(&m_mutex);
        m_unwritten = bytes.size() - written;
    }
    return true;
}

bool LogWriter::awaitRoom()
{
    pollfd awaited{m_descriptor, POLLOUT, 0};
    while (::poll(&awaited, 1, lookAgainMilliseconds) <= 0) {
        const QMutexLocker locker(&m_mutex);
        if (m_deadline && std::chrono::steady_clock::now() > *m_deadline)
            return false;
    }
    return true;
}

/// With the mutex held.
void LogWriter::appendLost()
{
    if (m_lost > 0)
        m_waiting += "... " + QByteArray::number(std::exchange(m_lost, 0)) + " entries lost\n";
}

} // namespace Greenroom

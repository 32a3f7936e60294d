// SPDX-License-Identifier: MIT
#include "archive/ArchiveWriter.h"

namespace Greenroom {

namespace {

/// So that an end of the program and a search need not wait long for a commit.
constexpr std::size_t mostWrites = 1000;
/// In characters, of lines and frames.
constexpr qsizetype mostText = 2'000'000;

qsizetype textOf(const ArchiveWrite &write)
{
    const auto *put = std::get_if<PutLine>(&write);
    return put == nullptr ? 0 : put->line.text.size() + put->line.rawFrame.size();
}

} // namespace

ArchiveWriter::ArchiveWriter(QString file) : m_file(std::move(file)) {}

quint64 ArchiveWriter::enqueue(ArchiveWrite write)
{
    const QMutexLocker locker(&m_mutex);
    m_queue.push_back(std::move(write));
    wake();
    return ++m_lastNumber;
}

void ArchiveWriter::enqueueState(qint64 conversation, const ConversationState &state)
{
    const QMutexLocker locker(&m_mutex);
    m_states.insert(conversation, state);
    wake();
}

quint64 ArchiveWriter::lastNumber()
{
    const QMutexLocker locker(&m_mutex);
    return m_lastNumber;
}

void ArchiveWriter::retry()
{
    m_waits = false;
    drain();
}

void ArchiveWriter::flush()
{
    while (writeBatch()) {}
}

void ArchiveWriter::close()
{
    flush();
    m_store.reset();
}

void ArchiveWriter::abandon()
{
    m_waits = true;
    m_store.reset();
}

/// With the mutex held.
void ArchiveWriter::wake()
{
    if (!std::exchange(m_isAwake, true))
        QMetaObject::invokeMethod(this, &ArchiveWriter::drain, Qt::QueuedConnection);
}

void ArchiveWriter::drain()
{
    {
        const QMutexLocker locker(&m_mutex);
        m_isAwake = false;
    }
    if (m_waits || !writeBatch())
        return;
    const QMutexLocker locker(&m_mutex);
    if (!m_queue.empty() || !m_states.isEmpty())
        wake();
}

/// States come last, when all that they tell of is written.
ArchiveWrites ArchiveWriter::takeBatch()
{
    const QMutexLocker locker(&m_mutex);
    ArchiveWrites batch;
    for (qsizetype text = 0; !m_queue.empty() && batch.size() < mostWrites && text < mostText;) {
        text += textOf(m_queue.front());
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    if (!m_queue.empty())
        return batch;
    for (auto state = m_states.cbegin(); state != m_states.cend(); ++state)
        batch.emplace_back(SetState{state.key(), *state});
    m_states.clear();
    return batch;
}

/// Returns whether something was there to be written, and is.
bool ArchiveWriter::writeBatch()
{
    ArchiveWrites batch = takeBatch();
    if (batch.empty())
        return false;
    if (const auto applied = applyToStore(batch); !applied) {
        m_waits = true;
        putBack(std::move(batch));
        Q_EMIT failed(applied.error());
        return false;
    }
    quint64 number = 0;
    {
        const QMutexLocker locker(&m_mutex);
        number = m_lastNumber - m_queue.size();
    }
    Q_EMIT written(number);
    return true;
}

tl::expected<void, ArchiveTrouble> ArchiveWriter::applyToStore(const ArchiveWrites &batch)
{
    if (!m_store) {
        auto opened = ArchiveStore::open(m_file);
        if (!opened)
            return tl::unexpected(opened.error());
        m_store = std::move(*opened);
    }
    return m_store->apply(batch);
}

void ArchiveWriter::putBack(ArchiveWrites batch)
{
    const QMutexLocker locker(&m_mutex);
    while (!batch.empty()) {
        if (const auto *state = std::get_if<SetState>(&batch.back())) {
            // A later one is worth more.
            if (!m_states.contains(state->conversation))
                m_states.insert(state->conversation, state->state);
        } else {
            m_queue.push_front(std::move(batch.back()));
        }
        batch.pop_back();
    }
}

} // namespace Greenroom

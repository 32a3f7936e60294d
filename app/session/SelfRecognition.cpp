// SPDX-License-Identifier: MIT
#include "session/SelfRecognition.h"

namespace Greenroom {

namespace {

/// A backend that never echoes must not make the queue grow for days.
constexpr qsizetype mostAwaited = 100;

} // namespace

std::optional<QString> SelfRecognition::ownId() const
{
    return m_ownId;
}

void SelfRecognition::reset()
{
    *this = SelfRecognition();
}

void SelfRecognition::renew()
{
    // What was sent before is echoed under the former id, and must not make it the new one.
    m_awaited.clear();
    if (m_ownId)
        m_others.insert(*std::exchange(m_ownId, std::nullopt));
}

void SelfRecognition::noteIdentity(const QString &connectionId)
{
    m_ownId = connectionId;
    m_awaited.clear();
    m_others.clear();
}

void SelfRecognition::noteSent(const QString &text)
{
    if (m_ownId)
        return;
    m_awaited.enqueue(text);
    if (m_awaited.size() > mostAwaited)
        m_awaited.dequeue();
}

void SelfRecognition::noteJoined(const QString &connectionId)
{
    if (!m_ownId)
        m_others.insert(connectionId);
}

bool SelfRecognition::noteLine(const QString &senderId, const QString &text)
{
    if (m_ownId || m_others.contains(senderId))
        return false;
    // Anywhere in the queue: a backend may handle two messages at once and echo the second one first.
    if (!m_awaited.contains(text)) {
        m_others.insert(senderId);
        return false;
    }
    noteIdentity(senderId);
    return true;
}

} // namespace Greenroom

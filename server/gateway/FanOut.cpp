// SPDX-License-Identifier: MIT
#include "gateway/FanOut.h"

#include "common/TextFrames.h"
#include "gateway/Connection.h"

namespace Greenroom {

void FanOut::send(Connection &connection, const QByteArray &text)
{
    Parcel *parcel = connection.parcel();
    if (parcel == nullptr) {
        if (m_waiting.isEmpty())
            QMetaObject::invokeMethod(this, &FanOut::flush, Qt::QueuedConnection);
        m_waiting.append(&connection);
        parcel = &m_nothing;
    }
    connection.gather(parcel->with(framesOf(text), m_parcels));
}

const QByteArray &FanOut::framesOf(const QByteArray &text)
{
    const bool isSame = text.size() == m_lastText.size() && text.constData() == m_lastText.constData();
    if (isSame && !m_lastFrames.isEmpty())
        return m_lastFrames;
    m_lastText = text;
    m_lastFrames =
        TextFrames::encode(QUtf8StringView(text).isValidUtf8() ? text : QString::fromUtf8(text).toUtf8());
    return m_lastFrames;
}

void FanOut::flush()
{
    // Kept no longer than a turn, so that a large text does not stay in memory.
    m_lastText.clear();
    m_lastFrames.clear();
    m_nothing = {};
    // Until each of those that wait has its own; what they are sent meanwhile is kept for the next turn.
    const auto parcels = std::exchange(m_parcels, {});
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &connection : waiting) {
        if (connection)
            connection->flush();
    }
}

} // namespace Greenroom

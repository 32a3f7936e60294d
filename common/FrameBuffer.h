// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameHeader.h"

#include <QByteArray>

namespace Greenroom {

/// Bytes of WebSocket frames in the order in which they have arrived, to be taken frame by frame. Pure; here
/// as a whole, since both programs go through it with every frame.
class FrameBuffer
{
public:
    void put(const QByteArray &bytes)
    {
        if (m_taken == m_bytes.size()) {
            m_bytes = bytes;
        } else {
            m_bytes.remove(0, m_taken);
            m_bytes.append(bytes);
        }
        m_taken = 0;
    }

    /// The header of the first frame that was not taken; nothing where it has not come whole.
    std::optional<FrameHeader> header() const { return FrameHeader::read(rest()); }

    /// Whether the frame that begins with `header` has come whole.
    bool holds(const FrameHeader &header) const
    {
        const auto arrived = static_cast<quint64>(m_bytes.size() - m_taken - header.size);
        return header.payloadSize <= arrived;
    }

    /// The payload of the frame that begins with `header` and has come whole, as it came. Valid until put()
    /// or forget().
    QByteArrayView take(const FrameHeader &header)
    {
        const auto payload = rest().sliced(header.size, static_cast<qsizetype>(header.payloadSize));
        m_taken += header.size + payload.size();
        return payload;
    }

    bool isEmpty() const { return m_taken == m_bytes.size(); }

    /// Drops all, and the memory that it took.
    void forget()
    {
        m_bytes.clear();
        m_taken = 0;
    }

private:
    QByteArrayView rest() const { return QByteArrayView(m_bytes).sliced(m_taken); }

    QByteArray m_bytes;
    /// Before this they have been taken.
    qsizetype m_taken = 0;
};

} // namespace Greenroom

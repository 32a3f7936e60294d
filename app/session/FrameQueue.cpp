// SPDX-License-Identifier: MIT
#include "session/FrameQueue.h"

namespace Greenroom {

void FrameQueue::putText(const QString &text)
{
    const QByteArray frames = TextFrames::encode(text.toUtf8(), m_mask);
    qsizetype start = 0;
    while (start < frames.size()) {
        const auto header = FrameHeader::read(QByteArrayView(frames).sliced(start));
        const qsizetype size = header->size + static_cast<qsizetype>(header->payloadSize);
        m_frames.push_back(frames.mid(start, size));
        start += size;
    }
}

void FrameQueue::putControl(FrameHeader::Opcode opcode, const QByteArray &payload)
{
    m_frames.push_back(control(opcode, payload));
}

void FrameQueue::putPong(const QByteArray &payload)
{
    m_pong = payload;
}

void FrameQueue::endWith(const QByteArray &closePayload)
{
    m_pong.reset();
    m_frames.clear();
    putControl(FrameHeader::Close, closePayload);
}

QByteArray FrameQueue::take()
{
    if (m_pong)
        return control(FrameHeader::Pong, *std::exchange(m_pong, std::nullopt));
    if (m_frames.empty())
        return {};
    QByteArray frame = std::move(m_frames.front());
    m_frames.pop_front();
    return frame;
}

QByteArray FrameQueue::control(FrameHeader::Opcode opcode, const QByteArray &payload) const
{
    FrameHeader header;
    header.opcode = opcode;
    header.payloadSize = static_cast<quint64>(payload.size());
    header.mask = m_mask();
    QByteArray frame;
    header.appendTo(frame);
    appendMasked(frame, payload, *header.mask);
    return frame;
}

} // namespace Greenroom

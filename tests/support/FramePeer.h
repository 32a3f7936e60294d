// SPDX-License-Identifier: MIT
#pragma once

#include "common/IncomingFrames.h"
#include "support/ServerFrame.h"

#include <QHash>
#include <QStringList>

namespace Greenroom::Test {

constexpr qint64 largestMessage = 131'072;

constexpr IncomingFrames::Rules fromServer{largestMessage, largestMessage};
constexpr IncomingFrames::Rules fromClient{largestMessage, largestMessage, true};

inline QString nameOf(FrameHeader::Opcode kind)
{
    static const QHash<int, QString> names{{FrameHeader::Text, QStringLiteral("text:")},
                                           {FrameHeader::Binary, QStringLiteral("binary:")},
                                           {FrameHeader::Ping, QStringLiteral("ping:")},
                                           {FrameHeader::Pong, QStringLiteral("pong:")},
                                           {FrameHeader::Close, QStringLiteral("close:")}};
    return names.value(kind);
}

/// The same frames as a client sends them. A frame that has not come whole may be the last.
inline QByteArray masked(QByteArrayView frames)
{
    constexpr quint32 mask = 0x1a2b3c4d;
    QByteArray bytes;
    while (const auto header = FrameHeader::read(frames)) {
        const auto rest = frames.sliced(header->size);
        const auto size = std::min(header->payloadSize, static_cast<quint64>(rest.size()));
        bytes += frames.first(header->size).toByteArray();
        const auto second = bytes.size() - header->size + 1;
        bytes[second] = static_cast<char>(static_cast<unsigned char>(bytes[second]) | 0x80U);
        bytes += QByteArray::fromHex("1a2b3c4d");
        appendMasked(bytes, rest.first(static_cast<qsizetype>(size)), mask);
        frames = rest.sliced(static_cast<qsizetype>(size));
    }
    return bytes;
}

/// The other side: a server, or a client, which sends the same frames masked.
struct Peer
{
    bool isClient = false;
    IncomingFrames frames{isClient ? fromClient : fromServer};

    QByteArray sent(const QByteArray &bytes) const { return isClient ? masked(bytes) : bytes; }

    /// What has arrived whole when it has sent the frames, one after the other: `text:hi ping:78 …`, payloads
    /// in hex.
    QString taken(const QByteArray &bytes)
    {
        frames.put(sent(bytes));
        return allArrived().join(u' ');
    }

    QStringList allArrived()
    {
        QStringList words;
        while (const auto arrival = frames.next())
            words += nameOf(arrival->kind)
                     + (arrival->kind == FrameHeader::Text ? arrival->text
                                                           : QString::fromLatin1(arrival->payload.toHex()));
        return words;
    }
};

inline QString texts(const QStringList &all)
{
    QStringList words;
    for (const QString &text : all)
        words += QStringLiteral("text:") + text;
    return words.join(u' ');
}

} // namespace Greenroom::Test

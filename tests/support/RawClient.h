// SPDX-License-Identifier: MIT
#pragma once

#include "common/FrameHeader.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

namespace Greenroom::Test {

/// A TCP client that sends bytes as they are given and keeps all that comes back.
class RawClient
{
public:
    /// Begins to connect to the host and port of `address`; what is sent before waits.
    explicit RawClient(const QUrl &address);

    void send(const QByteArray &bytes);
    /// Takes in no more from now on, as a program does that hangs.
    void stall() { m_socket.setReadBufferSize(1); }
    /// Vanishes without a word, as a killed program does.
    void abort() { m_socket.abort(); }

    /// Everything received so far, or since forget().
    const QByteArray &received();
    void forget() { m_received.clear(); }
    /// Whether the server has closed the connection.
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    /// A proper request for a WebSocket on `path`, with further header lines (each with its line end).
    static QByteArray upgradeRequest(const QByteArray &path, const QByteArray &further = {});
    /// A frame of any kind as a client sends it, masked.
    static QByteArray frame(FrameHeader header, const QByteArray &payload);
    /// A text in one frame, as a client sends it.
    static QByteArray textFrame(const QByteArray &text);

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace Greenroom::Test

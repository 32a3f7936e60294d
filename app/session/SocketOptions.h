// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

/// What Qt leaves to the system of a connected TCP socket. Does nothing where the system cannot, or where a
/// proxy stands in between that Qt itself speaks to.
namespace Greenroom::SocketOptions {

/// Sends at once what is small; breaks the connection when nothing that was sent is acknowledged for 10 s, or
/// when after 20 s of silence nobody answers.
void apply(QTcpSocket &socket);

/// Ends our direction, and lets the other side go on; what the system has not taken is lost. False where that
/// cannot be.
bool endWriting(const QTcpSocket &socket);

} // namespace Greenroom::SocketOptions

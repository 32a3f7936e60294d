// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QTcpSocket>

namespace Greenroom {

/// A client's TCP socket that lets go gently.
///
/// Closing a socket while the client still sends makes the system answer with a reset, which destroys our
/// last words (the 1009 close frame, the 431 response) before the client has read them. So close() only ends
/// our direction, then reads and drops what still comes until the client hangs up.
/// https://www.rfc-editor.org/rfc/rfc6455#section-7.1.1
class ClientSocket : public QTcpSocket
{
    Q_OBJECT

public:
    /// Takes over an accepted connection; borrows `clock`.
    ClientSocket(qintptr descriptor, Clock &clock, QObject *parent = nullptr);
    ~ClientSocket() override;
    Q_DISABLE_COPY_MOVE(ClientSocket)

    /// The client's address as AWS writes it: IPv4 where it is one.
    QString sourceIp() const;

    /// Ends our direction once everything is written; disconnected() follows when the client has hung up too,
    /// or after Quotas::lingerTimeout. From now on nothing that the client sends is delivered to anybody.
    void close() override;

    /// Writes straight to the system, as far as it takes it, where nothing waits to be written before. Many
    /// times cheaper than write(), which waits for the system to say that it is ready.
    void writeNow(const QByteArray &bytes);

    /// Drops the connection at once.
    virtual void hangUp();

    /// Has `act` called when the socket is gone.
    void setFarewell(std::function<void()> act) { m_farewell = std::move(act); }

protected:
    /// Has no connection of its own: for one that speaks through another. Its writeNow() is write().
    explicit ClientSocket(Clock &clock, QObject *parent = nullptr);

private:
    enum class Closing { Not, Writing, Lingering, Done };

    void beginClosing();
    void endWriting();
    void drop();

    Clock &m_clock;
    Closing m_closing = Closing::Not;
    std::unique_ptr<Alarm> m_lingerAlarm;
    std::function<void()> m_farewell;
};

} // namespace Greenroom

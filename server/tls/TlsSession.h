// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <memory>

namespace Greenroom {

class TlsContext;

/// The server's side of TLS on one connection: turns what a client sends into what it says, and what is to be
/// said into what is to be sent. Knows no socket.
/// https://www.rfc-editor.org/rfc/rfc8446
class TlsSession
{
public:
    enum class State {
        Open,
        /// The client has said all that it had to say.
        Ended,
        /// What came is no TLS, or was changed on its way. Whatever toSend() has left tells the client.
        Failed,
    };

    /// `context` is kept as long as it is needed.
    explicit TlsSession(std::shared_ptr<const TlsContext> context);
    ~TlsSession();
    Q_DISABLE_COPY_MOVE(TlsSession)

    State state() const { return m_state; }
    /// Whether write() has left something that waits until the two have agreed on their keys.
    bool isWaiting() const { return m_state == State::Open && !m_waiting.isEmpty(); }

    /// Takes what has arrived, for read(), and answers what is TLS's own business.
    void receive(const QByteArray &arrived);
    /// Up to `most` bytes of what the client has said; nothing where there is no more yet.
    QByteArray read(qsizetype most);
    /// Has `bytes` ready for toSend(), or, while the two are still agreeing on their keys, once they have.
    void write(const QByteArray &bytes);
    /// That nothing more will be said.
    void end();

    /// What has to be sent to the client; each byte once.
    QByteArray toSend();

private:
    class Private;

    void writeWaiting();
    void noteFailure(int result);

    std::unique_ptr<Private> d;
    QByteArray m_waiting;
    State m_state = State::Open;
};

} // namespace Greenroom

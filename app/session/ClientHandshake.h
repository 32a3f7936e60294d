// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "session/AnswerHead.h"
#include "session/Transport.h"

namespace Greenroom {

/// The client's side of the opening handshake: writes the request for a WebSocket and reads the answer. Pure.
/// https://www.rfc-editor.org/rfc/rfc6455#section-4.1
class ClientHandshake
{
public:
    enum class State {
        /// The head of the answer has not come whole.
        Waiting,
        /// The server refuses, and what it says about it is still coming.
        Refusing,
        Accepted,
        /// failure() says why, as it does from now on.
        Failed,
    };

    /// In bytes, of an answer.
    static constexpr qsizetype largestHead = qsizetype(16) * 1024;
    /// In bytes.
    static constexpr qsizetype nonceSize = 16;

    /// Whether `request` can be written: a header needs a proper name and a value in one line, and must not
    /// be one of those that make up the handshake; a subprotocol has to be a token, and offered once.
    static Result<void> check(const ConnectRequest &request);

    /// `nonce` are nonceSize random bytes. Redirections are not followed.
    ClientHandshake(const ConnectRequest &request, const QByteArray &nonce);

    /// What to send: no Origin, since this is no page in a browser; user name and password of the address as
    /// Basic authorization, unless the request has an Authorization of its own.
    const QByteArray &request() const { return m_request; }

    /// Takes what has arrived.
    void put(const QByteArray &bytes);
    /// Nothing more will come, or is to be waited for.
    void end();

    State state() const { return m_state; }
    /// What came after the head of an answer that accepts: the first bytes of frames.
    const QByteArray &rest() const { return m_arrived; }
    /// The one of the offered that the server has chosen; empty if none.
    const QString &subprotocol() const { return m_subprotocol; }
    /// Why there is no WebSocket, once State::Failed; the sentences have no secrets in them.
    const TransportFailure &failure() const { return *m_failure; }

private:
    void readHead();
    void readAnswer();
    void readBody();
    bool isAccepting() const;
    void accept();
    void refuse(const QByteArray &body);
    void refuseStrange();
    void fail(const TransportFailure &failure);

    QUrl m_address;
    QStringList m_offered;
    QByteArray m_accept;
    QByteArray m_request;
    QByteArray m_arrived;
    State m_state = State::Waiting;
    AnswerHead m_head;
    QString m_subprotocol;
    /// Not there without need: its certificate loads the whole of TLS.
    std::optional<TransportFailure> m_failure;
};

} // namespace Greenroom

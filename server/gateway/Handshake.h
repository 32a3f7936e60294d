// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/AuthorizerVerdict.h"
#include "gateway/Connection.h"
#include "gateway/HttpHead.h"
#include "gateway/HttpReply.h"
#include "gateway/Invoker.h"

#include <QPointer>

namespace Greenroom {

class ClientSocket;
class IdMint;

/// One client between its request and its 101: nothing is established before the authorizer has allowed it
/// and `$connect` has returned.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
///
/// Lives until the integration has answered, also when the client has left or been refused meanwhile; then
/// deletes itself. It does not wait for an authorizer whose answer nobody needs any more.
class Handshake : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of `socket`; borrows `clock` and `ids`.
    Handshake(ClientSocket *socket, HttpHead head, ConnectionInfo info, Clock &clock, IdMint &ids,
              QObject *parent = nullptr);
    ~Handshake() override;
    Q_DISABLE_COPY_MOVE(Handshake)

    const ConnectionInfo &info() const { return m_info; }

    /// Takes what came of the authorizer.
    void take(const AuthorizerVerdict &verdict);
    /// `$connect` runs from now on, so that its result has to be waited for.
    void awaitConnect() { m_isConnecting = true; }
    /// Takes what came of `$connect`; a second, late result as well.
    void take(const InvocationResult &result);
    /// Answers with the 101, which has `subprotocol` unless that is empty; on stages without `$connect` at
    /// once.
    void accept(const QByteArray &subprotocol = {});
    /// Calls `proceed` after `delay`, unless the client leaves or is sent away before.
    void hold(std::chrono::milliseconds delay, std::function<void()> proceed);
    /// Ends the client's connection without an answer; it is reported as refused with 0.
    void drop();
    /// Sends the client away because the gateway ends.
    void cancel();

Q_SIGNALS:
    /// The authorizer has allowed it; what it has told of the client is in info().
    void authorized();
    /// The 101 is written. Whoever hears this becomes the parent of `socket`.
    void established(Greenroom::ClientSocket *socket);
    /// 0 where the connection ended without an answer.
    void refused(int status);
    /// `$connect` has returned well, but there is nobody to establish a connection with: what it has stored
    /// needs to be undone.
    void abandoned();

private:
    void takeReturned(const ProxyResponse &response);
    void refuse(const HttpReply &reply);
    void end(const HttpReply &reply);
    void noteClientLeft();

    QPointer<ClientSocket> m_socket;
    HttpHead m_head;
    ConnectionInfo m_info;
    Clock &m_clock;
    IdMint &m_ids;
    std::unique_ptr<Alarm> m_hold;
    bool m_isConnecting = false;
};

} // namespace Greenroom

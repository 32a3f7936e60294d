// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/HttpHead.h"

#include <QObject>

namespace Greenroom {

class ClientSocket;

/// Waits for the next request head of a connection, bounded in size and time. Deletes itself when it has
/// reported, or when the client leaves.
class RequestReader : public QObject
{
    Q_OBJECT

public:
    enum class Request {
        /// A connection is made for a request, so that it has to come soon.
        First,
        /// Between two requests a client may be silent for Quotas::keepAliveTimeout; then the socket is
        /// closed
        /// without a word.
        Next,
    };

    /// Becomes a child of `socket`, which it borrows; borrows `clock`.
    RequestReader(ClientSocket &socket, Clock &clock, Request request = Request::First);
    ~RequestReader() override;
    Q_DISABLE_COPY_MOVE(RequestReader)

Q_SIGNALS:
    /// The head has been taken out of the socket; what came after it is still there.
    void received(Greenroom::ClientSocket &socket, const Greenroom::HttpHead &head);
    void failed(Greenroom::ClientSocket &socket, const Greenroom::HeadFault &fault);

private:
    void read();
    void awaitHead();
    void awaitNextRequest();
    void leave();
    void fail(const HeadFault &fault);
    void finish();

    ClientSocket &m_socket;
    Clock &m_clock;
    bool m_isIdle = false;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom

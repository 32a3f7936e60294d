// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/HttpHead.h"
#include "gateway/HttpParser.h"
#include "gateway/HttpReply.h"

#include <QObject>

namespace Greenroom {

class ClientSocket;

/// One HTTP request whose head has been read: waits for its body, bounded in size and time, and writes the
/// reply. Keeps the connection for further requests unless the client wants it closed. Deletes itself when it
/// is over, or when the client leaves.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of `socket`, which it borrows; borrows `clock`. Reports nothing before the event loop
    /// runs.
    HttpExchange(ClientSocket &socket, const HttpHead &head, qint64 bodyLimit, Clock &clock);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    /// Answers the request, once.
    void reply(const HttpReply &reply);
    /// The same; afterwards the connection is closed.
    void replyAndClose(const HttpReply &reply);

Q_SIGNALS:
    void received(const QByteArray &body);
    /// 400, 408, or 413 for a body over the limit; what is left of it was not read.
    void failed(const Greenroom::HeadFault &fault);
    /// The reply is written, and the next request may be read.
    void finished(Greenroom::ClientSocket &socket);

private:
    void begin(const HttpHead &head);
    void read();
    void fail(const HeadFault &fault);
    void stopReading();
    void noteWritten();

    ClientSocket &m_socket;
    Clock &m_clock;
    HttpReply::Afterwards m_afterwards;
    HttpParser m_parser;
    std::unique_ptr<Alarm> m_alarm;
    bool m_isReading = true;
};

} // namespace Greenroom

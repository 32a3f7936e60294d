// SPDX-License-Identifier: MIT
#include "gateway/HttpExchange.h"

#include "gateway/ClientSocket.h"
#include "gateway/Quotas.h"

namespace Greenroom {

namespace {

constexpr HeadFault malformed{400, "malformed body"};
constexpr HeadFault tooSlow{408, "body took too long"};
constexpr HeadFault tooLarge{413, "body too large"};

/// What the parser has to know to read a body, and no more.
QByteArray plainHead(const HttpHead &head)
{
    QByteArray bytes = "POST / HTTP/1.1\r\n";
    for (const char *name : {"Content-Length", "Transfer-Encoding"}) {
        if (head.has(name))
            bytes += QByteArray(name) + ": " + head.header(name) + "\r\n";
    }
    return bytes + "\r\n";
}

} // namespace

HttpExchange::HttpExchange(ClientSocket &socket, const HttpHead &head, qint64 bodyLimit, Clock &clock)
    : QObject(&socket),
      m_socket(socket),
      m_clock(clock),
      m_afterwards(head.hasToken("Connection", "close") ? HttpReply::Afterwards::Close
                                                        : HttpReply::Afterwards::KeepAlive),
      m_parser(static_cast<quint64>(bodyLimit))
{
    begin(head);
    m_alarm = m_clock.ringAfter(Quotas::bodyTimeout, [this] { fail(tooSlow); });
    connect(&m_socket, &QIODevice::readyRead, this, &HttpExchange::read);
    QMetaObject::invokeMethod(this, &HttpExchange::read, Qt::QueuedConnection);
}

HttpExchange::~HttpExchange() = default;

void HttpExchange::reply(const HttpReply &reply)
{
    stopReading();
    m_socket.write(reply.toBytes(m_clock.wallTime(), m_afterwards));
    if (m_afterwards == HttpReply::Afterwards::Close) {
        m_socket.close();
        deleteLater();
        return;
    }
    // A client that asks and asks and never reads shall not fill our memory.
    m_alarm = m_clock.ringAfter(Quotas::keepAliveTimeout, [this] { m_socket.hangUp(); });
    connect(&m_socket, &QIODevice::bytesWritten, this, &HttpExchange::noteWritten);
}

void HttpExchange::replyAndClose(const HttpReply &reply)
{
    m_afterwards = HttpReply::Afterwards::Close;
    this->reply(reply);
}

void HttpExchange::begin(const HttpHead &head)
{
    m_parser.put(plainHead(head));
    // https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
    const bool isAwaited =
        m_parser.state() == HttpParser::State::Incomplete && m_socket.bytesAvailable() == 0;
    if (isAwaited && head.hasToken("Expect", "100-continue"))
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpExchange::read()
{
    if (!m_isReading)
        return;
    const QByteArray bytes = m_socket.peek(m_socket.readBufferSize());
    qsizetype used = 0;
    if (m_parser.state() == HttpParser::State::Incomplete && !bytes.isEmpty()) {
        used = m_parser.put(bytes);
        m_socket.skip(used);
    }
    switch (m_parser.state()) {
    case HttpParser::State::Complete:
        stopReading();
        Q_EMIT received(m_parser.body());
        return;
    case HttpParser::State::TooLarge:
        fail(tooLarge);
        return;
    case HttpParser::State::Malformed:
        fail(malformed);
        return;
    case HttpParser::State::Incomplete:
        // A line of a chunked body that fills the whole buffer would wait for its end for ever.
        if (used == 0 && bytes.size() == m_socket.readBufferSize())
            fail(malformed);
        return;
    }
}

void HttpExchange::fail(const HeadFault &fault)
{
    stopReading();
    Q_EMIT failed(fault);
}

void HttpExchange::stopReading()
{
    m_isReading = false;
    m_alarm.reset();
    disconnect(&m_socket, nullptr, this, nullptr);
}

void HttpExchange::noteWritten()
{
    if (m_socket.bytesToWrite() > 0)
        return;
    stopReading();
    deleteLater();
    Q_EMIT finished(m_socket);
}

} // namespace Greenroom

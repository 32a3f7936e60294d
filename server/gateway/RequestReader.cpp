// SPDX-License-Identifier: MIT
#include "gateway/RequestReader.h"

#include "gateway/ClientSocket.h"
#include "gateway/Quotas.h"

namespace Greenroom {

namespace {

constexpr HeadFault tooLarge{431, "head too large"};
constexpr HeadFault noHttp{400, "not HTTP"};
constexpr HeadFault tooSlow{408, "head took too long"};

/// Whether HTTP may begin with `bytes`, as TLS does not: whoever speaks that waits for an answer.
bool mayBeHttp(const QByteArray &bytes)
{
    constexpr char firstPrintable = '!';
    constexpr char lastPrintable = '~';
    return bytes.isEmpty() || (bytes.front() >= firstPrintable && bytes.front() <= lastPrintable);
}

} // namespace

RequestReader::RequestReader(ClientSocket &socket, Clock &clock, Request request)
    : QObject(&socket), m_socket(socket), m_clock(clock)
{
    // One byte more than a head may have, so that one too large shows as such.
    m_socket.setReadBufferSize(Quotas::headBytes + 1);
    connect(&m_socket, &QIODevice::readyRead, this, &RequestReader::read);
    if (request == Request::First)
        awaitHead();
    else
        awaitNextRequest();
}

RequestReader::~RequestReader() = default;

void RequestReader::read()
{
    const QByteArray bytes = m_socket.peek(Quotas::headBytes + 1);
    const bool isFinished = m_alarm == nullptr;
    if (isFinished || bytes.isEmpty())
        return;
    if (std::exchange(m_isIdle, false))
        awaitHead();
    if (!mayBeHttp(bytes)) {
        fail(noHttp);
        return;
    }
    const auto length = HttpHead::lengthIn(bytes);
    if (!length) {
        if (bytes.size() > Quotas::headBytes)
            fail(tooLarge);
        return;
    }
    const auto head = HttpHead::parse(m_socket.read(*length));
    if (!head) {
        fail(head.error());
        return;
    }
    finish();
    Q_EMIT received(m_socket, *head);
}

void RequestReader::awaitHead()
{
    m_alarm = m_clock.ringAfter(Quotas::headTimeout, [this] { fail(tooSlow); });
}

void RequestReader::awaitNextRequest()
{
    m_isIdle = true;
    m_alarm = m_clock.ringAfter(Quotas::keepAliveTimeout, [this] { leave(); });
    // It may have come together with the one before, which readyRead() has told already.
    QMetaObject::invokeMethod(this, &RequestReader::read, Qt::QueuedConnection);
}

void RequestReader::leave()
{
    finish();
    m_socket.close();
}

void RequestReader::fail(const HeadFault &fault)
{
    finish();
    Q_EMIT failed(m_socket, fault);
}

/// Must not delete at once: the alarm and the socket call from inside their own functions.
void RequestReader::finish()
{
    m_alarm.reset();
    disconnect(&m_socket, nullptr, this, nullptr);
    deleteLater();
}

} // namespace Greenroom

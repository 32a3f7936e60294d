// SPDX-License-Identifier: MIT
#include "tls/TlsSession.h"

#include "tls/OpenSsl.h"
#include "tls/TlsContext.h"

#include <algorithm>
#include <utility>

namespace Greenroom {

class TlsSession::Private
{
public:
    explicit Private(std::shared_ptr<const TlsContext> tlsContext)
        : context(std::move(tlsContext)), session(SSL_new(context->handle()))
    {
        incoming = BIO_new(BIO_s_mem());
        outgoing = BIO_new(BIO_s_mem());
        // Empty means that more may come, not that there is an end.
        BIO_set_mem_eof_return(incoming, -1);
        SSL_set_bio(session.get(), incoming, outgoing);
        SSL_set_accept_state(session.get());
    }

    /// Whether the two have their keys.
    bool hasAgreed() const { return SSL_is_init_finished(session.get()) == 1; }

    std::shared_ptr<const TlsContext> context;
    OpenSsl::Session session;
    // The session's own.
    BIO *incoming = nullptr;
    BIO *outgoing = nullptr;
};

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context)
    : d(std::make_unique<Private>(std::move(context)))
{
}

TlsSession::~TlsSession() = default;

void TlsSession::receive(const QByteArray &arrived)
{
    if (m_state != State::Open || arrived.isEmpty())
        return;
    BIO_write(d->incoming, arrived.constData(), static_cast<int>(arrived.size()));
    if (!d->hasAgreed()) {
        ERR_clear_error();
        const int result = SSL_do_handshake(d->session.get());
        if (result != 1)
            noteFailure(result);
    }
    writeWaiting();
}

QByteArray TlsSession::read(qsizetype most)
{
    QByteArray bytes;
    while (m_state == State::Open && bytes.size() < most && d->hasAgreed()) {
        constexpr qsizetype largestRecord = 16384;
        QByteArray record(std::min(most - bytes.size(), largestRecord), Qt::Uninitialized);
        ERR_clear_error();
        const int size = SSL_read(d->session.get(), record.data(), static_cast<int>(record.size()));
        if (size <= 0) {
            noteFailure(size);
            break;
        }
        bytes.append(record.constData(), size);
    }
    return bytes;
}

void TlsSession::write(const QByteArray &bytes)
{
    m_waiting += bytes;
    writeWaiting();
}

void TlsSession::end()
{
    if (m_state != State::Failed && d->hasAgreed())
        SSL_shutdown(d->session.get());
    ERR_clear_error();
}

QByteArray TlsSession::toSend()
{
    QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(d->outgoing)), Qt::Uninitialized);
    if (!bytes.isEmpty())
        BIO_read(d->outgoing, bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

/// All of it at once: memory takes whatever it is given.
void TlsSession::writeWaiting()
{
    if (m_state != State::Open || m_waiting.isEmpty() || !d->hasAgreed())
        return;
    ERR_clear_error();
    const QByteArray bytes = std::exchange(m_waiting, {});
    const int result = SSL_write(d->session.get(), bytes.constData(), static_cast<int>(bytes.size()));
    if (result <= 0)
        noteFailure(result);
}

void TlsSession::noteFailure(int result)
{
    const int error = SSL_get_error(d->session.get(), result);
    if (error == SSL_ERROR_ZERO_RETURN)
        m_state = State::Ended;
    else if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
        m_state = State::Failed;
    ERR_clear_error();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "session/StageLink.h"

#include "session/CloseReason.h"

namespace Greenroom {

namespace {

// https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
constexpr int abnormal = 1006;

} // namespace

StageLink::StageLink(Clock &clock, std::unique_ptr<Transport> transport, QObject *parent)
    : QObject(parent), m_clock(clock), m_transport(std::move(transport)), m_liveness(clock)
{
    listen();
}

StageLink::~StageLink()
{
    if (m_hasEnded)
        return;
    m_transport->disconnect(this);
    m_transport->abort();
}

bool StageLink::isOpen() const
{
    return m_isOpen;
}

void StageLink::open(const ConnectRequest &request)
{
    m_deadline = m_clock.ringAfter(connectTimeout, [this] {
        breakOff(tr("The stage did not answer within %n second(s); check the address and your connection to "
                    "the network, then try again.",
                    nullptr, static_cast<int>(connectTimeout.count())));
    });
    // Last, since a transport may fail at once.
    m_transport->open(request);
}

void StageLink::sendText(const QString &frame)
{
    sendHeartbeat(frame);
    m_liveness.noteSent();
}

void StageLink::sendHeartbeat(const QString &frame)
{
    m_lastSaid = m_clock.bootTime();
    m_transport->sendText(frame);
}

void StageLink::ping(const QByteArray &payload)
{
    m_liveness.expect(payload);
    m_transport->ping(payload);
}

void StageLink::probe(const QByteArray &payload)
{
    m_transport->ping(payload);
}

void StageLink::check(std::chrono::milliseconds limit)
{
    m_liveness.check(limit);
}

void StageLink::close()
{
    m_isOpen = false;
    m_liveness.stop();
    m_deadline = m_clock.ringAfter(closeTimeout, [this] { noteClosed(abnormal, {}); });
    // Last, since a transport may be closed at once.
    m_transport->close();
}

void StageLink::leave()
{
    m_transport->disconnect(this);
    m_liveness.stop();
    m_deadline.reset();
    if (std::exchange(m_isOpen, false))
        m_transport->close();
}

void StageLink::listen()
{
    connect(m_transport.get(), &Transport::opened, this, &StageLink::noteOpened);
    connect(m_transport.get(), &Transport::textReceived, this, &StageLink::noteText);
    connect(m_transport.get(), &Transport::ponged, this, &StageLink::notePong);
    connect(m_transport.get(), &Transport::closed, this, &StageLink::noteClosed);
    connect(m_transport.get(), &Transport::failed, this, [this](const TransportFailure &failure) {
        end({{}, failure, failure.message});
    });
    m_liveness.setBacklogCheck([this] { return m_transport->isBehind(); });
    connect(&m_liveness, &Liveness::pingWanted, this, &StageLink::probe);
    connect(&m_liveness, &Liveness::died, this, [this](std::chrono::seconds silence) {
        breakOff(tr("The stage gave no answer to the heartbeat for %n second(s), so the connection is dead.",
                    nullptr, static_cast<int>(silence.count())));
    });
}

void StageLink::noteOpened()
{
    m_deadline.reset();
    m_isOpen = true;
    m_openedAt = m_clock.bootTime();
    m_lastSaid = m_openedAt;
    Q_EMIT opened();
}

void StageLink::noteText(const QString &frame)
{
    m_lastSaid = m_clock.bootTime();
    m_liveness.noteHeard();
    Q_EMIT textReceived(frame);
}

void StageLink::notePong(const QByteArray &payload)
{
    m_liveness.noteHeard();
    m_liveness.takePong(payload);
    Q_EMIT ponged(payload);
}

void StageLink::noteClosed(int code, const QString &reason)
{
    const auto now = m_clock.bootTime();
    end({code, {}, CloseReason::sentence(code, reason, now - m_openedAt, now - m_lastSaid)});
}

void StageLink::breakOff(const QString &reason)
{
    end({{}, {0, reason}, reason});
}

void StageLink::end(const LinkEnd &how)
{
    m_hasEnded = true;
    m_isOpen = false;
    m_liveness.stop();
    m_deadline.reset();
    m_transport->disconnect(this);
    // Whatever is left of it: a peer that is dead would be waited for.
    m_transport->abort();
    // Last, and of a copy: the owner may delete this object in its answer.
    Q_EMIT ended(LinkEnd(how));
}

} // namespace Greenroom

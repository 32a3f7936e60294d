// SPDX-License-Identifier: MIT
#include "session/LastingLink.h"

#include "common/Logging.h"
#include "session/ReconnectPolicy.h"
#include "wire/Dialect.h"

namespace Greenroom {

namespace {

constexpr std::chrono::seconds tickPeriod{1};

QByteArray tickPrefix()
{
    return QByteArrayLiteral("overlap-");
}

/// The answer to a heartbeat comes at any time and says nothing of how busy a stage is.
bool isTraffic(const QString &frame)
{
    return !std::holds_alternative<PongEvent>(Dialect::decode(frame));
}

} // namespace

LastingLink::LastingLink(Clock &clock, TransportFactory makeTransport,
                         std::function<ConnectRequest()> makeRequest, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_makeTransport(std::move(makeTransport)),
      m_makeRequest(std::move(makeRequest)),
      m_link(makeLink()),
      m_schedule(clock)
{
    connect(&m_schedule, &RenewalSchedule::due, this, &LastingLink::renew);
}

void LastingLink::setRenewalCheck(std::function<bool()> mayRenew)
{
    m_mayRenew = std::move(mayRenew);
}

void LastingLink::open()
{
    m_link->open(m_makeRequest());
}

void LastingLink::sendText(const QString &frame)
{
    m_schedule.noteTraffic();
    m_overlap.noteSent(m_former ? Side::New : Side::Former, frame);
    m_link->sendText(frame);
}

void LastingLink::sendHeartbeat(const QString &frame)
{
    m_overlap.noteSent(m_former ? Side::New : Side::Former, frame);
    m_link->sendHeartbeat(frame);
}

void LastingLink::ping(const QByteArray &payload)
{
    m_link->ping(payload);
}

void LastingLink::probe(const QByteArray &payload)
{
    m_link->probe(payload);
}

void LastingLink::check(std::chrono::milliseconds limit)
{
    m_link->check(limit);
}

void LastingLink::close()
{
    m_schedule.stop();
    dropOthers();
    m_link->close();
}

void LastingLink::leave()
{
    m_schedule.stop();
    dropOthers();
    m_link->leave();
}

std::unique_ptr<StageLink> LastingLink::makeLink()
{
    auto link = std::make_unique<StageLink>(m_clock, m_makeTransport());
    listenTo(*link);
    return link;
}

void LastingLink::listenTo(StageLink &link)
{
    connect(&link, &StageLink::opened, this, [this, &link] { noteOpened(link); });
    connect(&link, &StageLink::textReceived, this,
            [this, &link](const QString &frame) { noteText(link, frame); });
    connect(&link, &StageLink::ponged, this,
            [this, &link](const QByteArray &payload) { notePong(link, payload); });
    connect(&link, &StageLink::ended, this, [this, &link](const LinkEnd &end) { noteEnded(link, end); });
}

/// Before the change-over there is no new connection yet, and the one in use is to become the former.
LastingLink::Side LastingLink::sideOf(const StageLink &link) const
{
    const bool isFormer = &link == m_former.get() || (m_next && &link == m_link.get());
    return isFormer ? Side::Former : Side::New;
}

void LastingLink::renew()
{
    if (m_mayRenew && !m_mayRenew()) {
        m_schedule.postpone();
        return;
    }
    qCDebug(sessionLog) << "renewing the connection before its two hours are up";
    // What the last renewal still waits for will not come any more.
    if (m_overlap.isActive())
        endOverlap();
    m_overlap.begin();
    m_next = makeLink();
    m_next->open(m_makeRequest());
}

void LastingLink::noteOpened(const StageLink &link)
{
    m_schedule.start();
    if (&link == m_next.get())
        changeOver();
    else
        Q_EMIT opened();
}

void LastingLink::noteText(const StageLink &link, const QString &frame)
{
    if (isTraffic(frame))
        m_schedule.noteTraffic();
    passOn(m_overlap.take(sideOf(link), frame, m_clock.steadyTime()));
}

void LastingLink::notePong(const StageLink &link, const QByteArray &payload)
{
    if (!payload.startsWith(tickPrefix())) {
        Q_EMIT ponged(payload);
        return;
    }
    const int number = payload.sliced(tickPrefix().size()).toInt();
    if (!m_overlap.isActive() || number < 0 || number >= m_asked.size())
        return;
    const auto askedAt = m_asked.at(number);
    (&link == m_link.get() ? m_linkAnswered : m_formerAnswered) = askedAt;
    m_overlap.noteAnswer(sideOf(link), askedAt);
    review();
}

void LastingLink::noteEnded(const StageLink &link, const LinkEnd &end)
{
    if (&link == m_next.get()) {
        giveUpRenewal(end);
    } else if (&link == m_former.get()) {
        m_former.reset();
        m_overlap.noteFormerEnded();
        review();
    } else {
        m_schedule.stop();
        dropOthers();
        Q_EMIT ended(LinkEnd(end));
    }
}

void LastingLink::changeOver()
{
    m_former = std::move(m_link);
    m_link = std::move(m_next);
    m_asked.clear();
    m_renewedAt = m_clock.steadyTime();
    m_linkAnswered = m_formerAnswered = m_renewedAt;
    Q_EMIT renewed();
    if (m_former)
        tick();
}

/// The connection in use lives on; if no other can be had it ends with its two hours.
void LastingLink::giveUpRenewal(const LinkEnd &end)
{
    qCDebug(sessionLog) << "the connection could not be renewed";
    m_next.reset();
    if (!ReconnectPolicy::isFinal(end))
        m_schedule.postpone();
    passOn(m_overlap.cancel());
}

/// Each connection is asked again and again whether all that was sent before has arrived.
void LastingLink::tick()
{
    m_tick = m_clock.ringAfter(tickPeriod, [this] { tick(); });
    const QByteArray payload = tickPrefix() + QByteArray::number(m_asked.size());
    m_asked.append(m_clock.steadyTime());
    if (m_former && m_former->isOpen())
        m_former->ping(payload);
    // An answer may come at once, and end it all.
    if (m_tick)
        m_link->ping(payload);
}

void LastingLink::review()
{
    const auto enough = m_renewedAt + overlap;
    if (m_former && m_former->isOpen() && m_linkAnswered >= enough && m_formerAnswered >= enough)
        m_former->close();
    else if (!m_former && m_overlap.isActive() && m_overlap.isSettled())
        endOverlap();
}

void LastingLink::endOverlap()
{
    m_tick.reset();
    const RenewalOverlap::Result result = m_overlap.end();
    if (result.ownId)
        Q_EMIT identified(*result.ownId);
    passOn(result.frames);
}

/// What is left of a renewal goes, and takes nothing with it.
void LastingLink::dropOthers()
{
    m_tick.reset();
    for (std::unique_ptr<StageLink> *link : {&m_next, &m_former}) {
        if (*link)
            (*link)->leave();
        link->reset();
    }
    if (m_overlap.isActive())
        passOn(m_overlap.cancel());
}

void LastingLink::passOn(const QStringList &frames)
{
    for (const QString &frame : frames)
        Q_EMIT textReceived(frame);
}

} // namespace Greenroom

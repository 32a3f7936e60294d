// SPDX-License-Identifier: MIT
#include "common/EpollDispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <algorithm>
#include <cerrno>
#include <limits>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Greenroom {

namespace {

using namespace std::chrono_literals;

/// What is ready beyond this has its turn in the next pass.
constexpr std::size_t eventsAtOnce = 512;
constexpr int forEver = -1;

/// As poll() tells them, by QSocketNotifier::Type: an end or an error is for everybody.
constexpr std::array<quint32, 3> eventsOf{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 eventsForAll = EPOLLHUP | EPOLLERR;

/// A descriptor and its generation as the system gives them back.
quint64 tokenOf(int descriptor, quint32 generation)
{
    return quint64(generation) << 32U | static_cast<quint32>(descriptor);
}

/// Rounded up, since no timer is early.
int millisecondsUntil(TimerQueue::Time moment)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(moment - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp<qint64>(left.count(), 0, std::numeric_limits<int>::max()));
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUps(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tokenOf(m_wakeUps, 0);
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUps, &event) != 0)
        qFatal("no event loop can be made: the system gives no epoll and eventfd descriptors");
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUps);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const quint64 turn = ++m_turns;
    m_isInterrupted = false;
    const bool wasWoken = m_state.exchange(State::Awake) == State::Woken;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    // Whoever has woken us up has had his event delivered, and our caller may have waited for that one. An
    // inner loop may even have taken a wake-up that was for us.
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !wasWoken && m_turns == turn
                         && m_state == State::Awake;
    if (mayWait)
        Q_EMIT aboutToBlock();
    if (m_isInterrupted)
        return false;
    int handled = wait(flags, mayWait ? waitMilliseconds(flags) : 0);
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += ringTimers();
    return handled > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (descriptor >= m_watches.size())
        m_watches.resize(descriptor + 1);
    Watch &watch = m_watches.at(descriptor);
    watch.notifiers.at(notifier->type()) = notifier;
    if (!std::exchange(watch.isChanged, true))
        m_changed.push_back(static_cast<int>(descriptor));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (descriptor >= m_watches.size() || m_watches.at(descriptor).notifiers.at(notifier->type()) != notifier)
        return;
    Watch &watch = m_watches.at(descriptor);
    watch.notifiers.at(notifier->type()) = nullptr;
    // At once where nobody is left, since it may be closed now and its number be given out again.
    if (wantedEvents(watch) == 0)
        forget(static_cast<int>(descriptor), watch);
    else if (!std::exchange(watch.isChanged, true))
        m_changed.push_back(static_cast<int>(descriptor));
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(TimerInfo(timerId, static_cast<int>(interval), timerType), object,
                 std::chrono::steady_clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.allOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto due = m_timers.dueTime(timerId);
    return due ? millisecondsUntil(*due) : -1;
}

void EpollDispatcher::wakeUp()
{
    if (m_state.exchange(State::Woken) != State::Blocking)
        return;
    const quint64 one = 1;
    // It fails only where it is so full that it wakes the loop up anyway.
    [[maybe_unused]] const auto written = ::write(m_wakeUps, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

quint32 EpollDispatcher::wantedEvents(const Watch &watch)
{
    quint32 events = 0;
    for (std::size_t type = 0; type < watch.notifiers.size(); ++type) {
        if (watch.notifiers.at(type) != nullptr)
            events |= eventsOf.at(type);
    }
    return events;
}

void EpollDispatcher::applyChanges()
{
    for (const int descriptor : m_changed) {
        Watch &watch = m_watches.at(static_cast<std::size_t>(descriptor));
        watch.isChanged = false;
        if (wantedEvents(watch) != watch.told)
            apply(descriptor, watch);
    }
    m_changed.clear();
}

void EpollDispatcher::apply(int descriptor, Watch &watch) const
{
    epoll_event event{};
    event.events = wantedEvents(watch);
    event.data.u64 = tokenOf(descriptor, watch.generation);
    const int operation = watch.told == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    if (::epoll_ctl(m_epoll, operation, descriptor, &event) == 0)
        watch.told = event.events;
    else
        qErrnoWarning("descriptor %d can not be watched", descriptor);
}

void EpollDispatcher::forget(int descriptor, Watch &watch) const
{
    ++watch.generation;
    // Where it was closed before, the system has forgotten it by itself.
    if (std::exchange(watch.told, 0) != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

int EpollDispatcher::waitMilliseconds(QEventLoop::ProcessEventsFlags flags) const
{
    if (flags.testFlag(QEventLoop::X11ExcludeTimers))
        return forEver;
    const auto due = m_timers.nextDueTime();
    return due ? millisecondsUntil(*due) : forEver;
}

/// Returns how much has happened.
int EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags, int milliseconds)
{
    // Whoever wakes the loop up from here on finds it blocking, and writes to m_wakeUps.
    State expected = State::Awake;
    if (milliseconds != 0 && !m_state.compare_exchange_strong(expected, State::Blocking))
        milliseconds = 0;
    return flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? awaitWakeUp(milliseconds)
                                                              : awaitSockets(milliseconds);
}

/// A wake-up is remembered for the next turn.
void EpollDispatcher::noteAwake()
{
    State expected = State::Blocking;
    m_state.compare_exchange_strong(expected, State::Awake);
}

int EpollDispatcher::awaitSockets(int milliseconds)
{
    applyChanges();
    // Not a member: whoever is told may run an event loop of its own.
    std::array<epoll_event, eventsAtOnce> events{};
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), milliseconds);
    noteAwake();
    int told = 0;
    for (int index = 0; index < count; ++index)
        told += activate(events.at(static_cast<std::size_t>(index)));
    return told;
}

int EpollDispatcher::awaitWakeUp(int milliseconds)
{
    pollfd awaited{m_wakeUps, POLLIN, 0};
    const int count = ::poll(&awaited, 1, milliseconds);
    noteAwake();
    if (count > 0)
        drainWakeUps();
    return std::max(count, 0);
}

/// Whoever is told may end notifiers, close their descriptors and open others with the same numbers: so each
/// is looked up when it is its turn.
int EpollDispatcher::activate(const epoll_event &event)
{
    const quint64 token = event.data.u64;
    const auto descriptor = static_cast<quint32>(token);
    if (static_cast<int>(descriptor) == m_wakeUps) {
        drainWakeUps();
        return 1;
    }
    int told = 0;
    for (std::size_t type = 0; type < eventsOf.size(); ++type) {
        const Watch &watch = m_watches.at(descriptor);
        QSocketNotifier *notifier = watch.notifiers.at(type);
        const bool isMeant =
            notifier != nullptr && tokenOf(static_cast<int>(descriptor), watch.generation) == token;
        if (!isMeant || (event.events & (eventsOf.at(type) | eventsForAll)) == 0)
            continue;
        QEvent activation(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &activation);
        ++told;
    }
    return told;
}

void EpollDispatcher::drainWakeUps() const
{
    quint64 count = 0;
    [[maybe_unused]] const auto taken = ::read(m_wakeUps, &count, sizeof count);
}

int EpollDispatcher::ringTimers()
{
    return m_timers.ringDue(std::chrono::steady_clock::now(), [](QObject *object, int id) {
        QTimerEvent ring(id);
        QCoreApplication::sendEvent(object, &ring);
    });
}

} // namespace Greenroom

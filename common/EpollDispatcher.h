// SPDX-License-Identifier: MIT
#pragma once

#include "common/TimerQueue.h"

#include <QAbstractEventDispatcher>
#include <array>
#include <atomic>
#include <vector>

struct epoll_event;

namespace Greenroom {

/// An event dispatcher for threads with thousands of sockets: a turn of its loop costs as much as there is to
/// do in it, while those that Qt brings look at every socket in every turn (and one of them at all of them
/// for each change of a socket's interest).
///
/// Made for QCoreApplication::setEventDispatcher() and QThread::setEventDispatcher(), which take it over.
/// It can not watch what epoll can not: regular files.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    /// May be called by any thread, as interrupt().
    void wakeUp() override;
    void interrupt() override;

private:
    /// Of the loop, for those who may have to wake it up.
    enum class State { Awake, Woken, Blocking };

    /// Who wants to know of a descriptor, and what the system has been told of that.
    struct Watch
    {
        /// By QSocketNotifier::Type.
        std::array<QSocketNotifier *, 3> notifiers{};
        quint32 told = 0;
        /// Tells a descriptor from an earlier one with the same number.
        quint32 generation = 0;
        bool isChanged = false;
    };

    static quint32 wantedEvents(const Watch &watch);
    void applyChanges();
    void apply(int descriptor, Watch &watch) const;
    void forget(int descriptor, Watch &watch) const;
    int waitMilliseconds(QEventLoop::ProcessEventsFlags flags) const;
    int wait(QEventLoop::ProcessEventsFlags flags, int milliseconds);
    void noteAwake();
    int awaitSockets(int milliseconds);
    int awaitWakeUp(int milliseconds);
    int activate(const epoll_event &event);
    void drainWakeUps() const;
    int ringTimers();

    int m_epoll;
    int m_wakeUps;
    std::atomic<State> m_state = State::Awake;
    quint64 m_turns = 0;
    std::atomic<bool> m_isInterrupted = false;
    /// By descriptor.
    std::vector<Watch> m_watches;
    std::vector<int> m_changed;
    TimerQueue m_timers;
};

} // namespace Greenroom

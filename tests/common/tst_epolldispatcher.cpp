// SPDX-License-Identifier: MIT
#include "common/EpollDispatcher.h"
#include "support/SocketPair.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <array>

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::SocketPair;

namespace {

QAbstractEventDispatcher &dispatcher()
{
    return *QAbstractEventDispatcher::instance();
}

bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return dispatcher().processEvents(flags);
}

} // namespace

/// The tests' own event loop runs on it.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheOneInUse();

    void timersRingOnceOrAgain();
    void noTimerIsEarly_data();
    void noTimerIsEarly();
    void timersAreListed();
    void aTimerOfADeletedObjectIsGone();
    void timersCanBeLeftOut();

    void postedEventsAreDelivered();
    void anotherThreadWakesTheLoopUp();
    void manyThreadsLoseNothing();
    void theLoopSleepsWhenThereIsNothingToDo();
    void itTellsWhenItSleepsAndWakes();
    void anInnerLoopHandlesEverything();
    void anotherThreadEndsALoop();
    void aThreadRunsOnIt();
};

void TestEpollDispatcher::isTheOneInUse()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr);
}

void TestEpollDispatcher::timersRingOnceOrAgain()
{
    QTimer once;
    once.setSingleShot(true);
    QTimer again;
    QSignalSpy rungOnce(&once, &QTimer::timeout);
    QSignalSpy rungAgain(&again, &QTimer::timeout);
    once.start(1ms);
    again.start(1ms);
    QTRY_VERIFY(rungAgain.size() > 3);
    QCOMPARE(rungOnce.size(), 1);
}

void TestEpollDispatcher::noTimerIsEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
}

void TestEpollDispatcher::noTimerIsEarly()
{
    QFETCH(const Qt::TimerType, type);
    QTimer timer;
    timer.setTimerType(type);
    QSignalSpy rung(&timer, &QTimer::timeout);
    QElapsedTimer elapsed;
    elapsed.start();
    timer.start(35ms);
    const int left = timer.remainingTime();
    QVERIFY(left > 0 && left <= 35);
    QVERIFY(rung.wait());
    QVERIFY(elapsed.elapsed() >= 35);
}

void TestEpollDispatcher::timersAreListed()
{
    QTimer timer;
    timer.setTimerType(Qt::CoarseTimer);
    timer.start(1h);
    const auto listed = dispatcher().registeredTimers(&timer);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.at(0).timerId, timer.timerId());
    QCOMPARE(listed.at(0).interval, 3'600'000);
    QCOMPARE(listed.at(0).timerType, Qt::CoarseTimer);
    timer.stop();
    QCOMPARE(dispatcher().registeredTimers(&timer).size(), 0);
    QCOMPARE(dispatcher().remainingTime(listed.at(0).timerId), -1);
}

void TestEpollDispatcher::aTimerOfADeletedObjectIsGone()
{
    auto object = std::make_unique<QObject>();
    const int id = object->startTimer(1ms);
    QVERIFY(dispatcher().remainingTime(id) >= 0);
    object.reset();
    QCOMPARE(dispatcher().remainingTime(id), -1);
}

void TestEpollDispatcher::timersCanBeLeftOut()
{
    QTimer timer;
    QSignalSpy rung(&timer, &QTimer::timeout);
    timer.start(0ms);
    turn(QEventLoop::X11ExcludeTimers);
    QCOMPARE(rung.size(), 0);
    turn();
    QCOMPARE(rung.size(), 1);
}

void TestEpollDispatcher::postedEventsAreDelivered()
{
    int calls = 0;
    QMetaObject::invokeMethod(
        this, [&calls] { ++calls; }, Qt::QueuedConnection);
    QCOMPARE(calls, 0);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(calls, 1);
}

void TestEpollDispatcher::anotherThreadWakesTheLoopUp()
{
    for (int round = 0; round < 100; ++round) {
        int calls = 0;
        const std::unique_ptr<QThread> thread(QThread::create([this, &calls] {
            QMetaObject::invokeMethod(
                this, [&calls] { ++calls; }, Qt::QueuedConnection);
        }));
        thread->start();
        while (calls == 0)
            turn(QEventLoop::WaitForMoreEvents);
        QVERIFY(thread->wait());
    }
}

void TestEpollDispatcher::manyThreadsLoseNothing()
{
    constexpr int threadCount = 4;
    constexpr int callsEach = 5000;
    int calls = 0;
    std::array<std::unique_ptr<QThread>, threadCount> threads;
    for (auto &thread : threads) {
        thread.reset(QThread::create([this, &calls] {
            for (int call = 0; call < callsEach; ++call)
                QMetaObject::invokeMethod(
                    this, [&calls] { ++calls; }, Qt::QueuedConnection);
        }));
        thread->start();
    }
    // A wake-up that is lost leaves this waiting for ever.
    while (calls < threadCount * callsEach)
        turn(QEventLoop::WaitForMoreEvents);
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
}

void TestEpollDispatcher::theLoopSleepsWhenThereIsNothingToDo()
{
    const SocketPair pair;
    const QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    bool isOver = false;
    QTimer::singleShot(100ms, this, [&isOver] { isOver = true; });
    int turns = 0;
    while (!isOver) {
        turn(QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    QVERIFY(turns < 20);
}

void TestEpollDispatcher::itTellsWhenItSleepsAndWakes()
{
    while (turn()) {}
    const QSignalSpy sleeping(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock);
    const QSignalSpy awake(&dispatcher(), &QAbstractEventDispatcher::awake);
    turn();
    QCOMPARE(sleeping.size(), 0);
    QCOMPARE(awake.size(), 1);
    QTimer timer;
    timer.start(5ms);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(sleeping.size(), 1);
    QCOMPARE(awake.size(), 2);
}

void TestEpollDispatcher::anInnerLoopHandlesEverything()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QStringList happened;
    QEventLoop inner;
    connect(&notifier, &QSocketNotifier::activated, &inner, &QEventLoop::quit);
    QTimer::singleShot(0, this, [&] {
        QTimer::singleShot(1ms, this, [&happened, &pair] {
            happened += QStringLiteral("timer");
            QVERIFY(pair.send());
        });
        inner.exec();
        QVERIFY(pair.receive());
        happened += QStringLiteral("inner end");
    });
    QTimer::singleShot(0, this, [&happened] { happened += QStringLiteral("another"); });
    QTRY_COMPARE(happened.size(), 3);
    QCOMPARE(happened.join(u' '), QStringLiteral("another timer inner end"));
}

void TestEpollDispatcher::anotherThreadEndsALoop()
{
    for (int round = 0; round < 100; ++round) {
        QEventLoop loop;
        const std::unique_ptr<QThread> thread(QThread::create([&loop] { loop.exit(7); }));
        QMetaObject::invokeMethod(
            thread.get(), [&thread] { thread->start(); }, Qt::QueuedConnection);
        QCOMPARE(loop.exec(), 7);
        QVERIFY(thread->wait());
    }
}

void TestEpollDispatcher::aThreadRunsOnIt()
{
    for (int round = 0; round < 20; ++round) {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        QObject guest;
        guest.moveToThread(&thread);
        thread.start();
        int rings = 0;
        QMetaObject::invokeMethod(
            &guest,
            [&rings, &guest] {
                QTimer::singleShot(1ms, &guest, [&rings] {
                    ++rings;
                    QThread::currentThread()->quit();
                });
            },
            Qt::QueuedConnection);
        QVERIFY(thread.wait(10'000));
        QCOMPARE(rings, 1);
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher.moc"

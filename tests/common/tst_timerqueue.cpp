// SPDX-License-Identifier: MIT
#include "common/TimerQueue.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestTimerQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void ringsWhatIsDueInItsOrder();
    void ringsAgainAndAgain();
    void catchesUpWithNothing();
    void ringsATimerWithoutIntervalEachTime();
    void doesNotRingWhatIsAddedMeanwhile();
    void doesNotRingWhatIsRemovedMeanwhile();
    void doesNotRingAnotherThatGotTheId();
    void ringsOthersFromWithinARing();
    void letsATimerRemoveItself();
    void tellsWhenTheNextIsDue();
    void tellsWhatAnObjectHas();
    void removesWhatAnObjectHas();

private:
    void add(int id, int interval, QObject *object = nullptr);
    QList<int> rungAt(std::chrono::milliseconds moment);

    static constexpr TimerQueue::Time start{1h};

    std::unique_ptr<TimerQueue> m_timers;
};

void TestTimerQueue::init()
{
    m_timers = std::make_unique<TimerQueue>();
}

void TestTimerQueue::add(int id, int interval, QObject *object)
{
    m_timers->add({id, interval, Qt::PreciseTimer}, object, start);
}

QList<int> TestTimerQueue::rungAt(std::chrono::milliseconds moment)
{
    QList<int> ids;
    const int count = m_timers->ringDue(start + moment, [&ids](QObject *, int id) { ids.append(id); });
    return count == ids.size() ? ids : QList<int>{-1};
}

void TestTimerQueue::ringsWhatIsDueInItsOrder()
{
    add(1, 30);
    add(2, 10);
    add(3, 20);
    add(4, 10);
    QCOMPARE(rungAt(9ms), QList<int>());
    QCOMPARE(rungAt(20ms), (QList<int>{2, 4, 3}));
}

void TestTimerQueue::ringsAgainAndAgain()
{
    add(1, 10);
    for (const auto moment : {10ms, 20ms, 30ms}) {
        QCOMPARE(rungAt(moment), QList<int>{1});
        QCOMPARE(rungAt(moment + 9ms), QList<int>());
    }
}

void TestTimerQueue::catchesUpWithNothing()
{
    add(1, 10);
    QCOMPARE(rungAt(105ms), QList<int>{1});
    QCOMPARE(rungAt(114ms), QList<int>());
    QCOMPARE(rungAt(115ms), QList<int>{1});
}

void TestTimerQueue::ringsATimerWithoutIntervalEachTime()
{
    add(1, 0);
    QCOMPARE(rungAt(0ms), QList<int>{1});
    QCOMPARE(rungAt(0ms), QList<int>{1});
    QCOMPARE(rungAt(5ms), QList<int>{1});
}

void TestTimerQueue::doesNotRingWhatIsAddedMeanwhile()
{
    add(1, 10);
    int rings = 0;
    const auto ring = [this, &rings](QObject *, int) { add(1 + ++rings, 0); };
    QCOMPARE(m_timers->ringDue(start + 10ms, ring), 1);
    QCOMPARE(rungAt(10ms), QList<int>{2});
}

void TestTimerQueue::doesNotRingWhatIsRemovedMeanwhile()
{
    add(1, 10);
    add(2, 10);
    QCOMPARE(m_timers->ringDue(start + 10ms, [this](QObject *, int id) { m_timers->remove(3 - id); }), 1);
}

void TestTimerQueue::doesNotRingAnotherThatGotTheId()
{
    add(1, 10);
    add(2, 10);
    const auto ring = [this](QObject *, int) {
        m_timers->remove(2);
        add(2, 0);
    };
    QCOMPARE(m_timers->ringDue(start + 10ms, ring), 1);
    QCOMPARE(rungAt(10ms), QList<int>{2});
}

/// As where the object that is told runs an event loop of its own.
void TestTimerQueue::ringsOthersFromWithinARing()
{
    add(1, 10);
    add(2, 10);
    QList<int> inner;
    const auto ring = [this, &inner](QObject *, int id) {
        if (id == 1)
            inner = rungAt(50ms);
    };
    QCOMPARE(m_timers->ringDue(start + 10ms, ring), 1);
    QCOMPARE(inner, QList<int>{2});
    QCOMPARE(rungAt(60ms), (QList<int>{1, 2}));
}

void TestTimerQueue::letsATimerRemoveItself()
{
    add(1, 10);
    QCOMPARE(m_timers->ringDue(start + 10ms, [this](QObject *, int id) { m_timers->remove(id); }), 1);
    QVERIFY(!m_timers->nextDueTime());
    QVERIFY(!m_timers->remove(1));
}

void TestTimerQueue::tellsWhenTheNextIsDue()
{
    QVERIFY(!m_timers->nextDueTime());
    add(1, 30);
    add(2, 10);
    QCOMPARE(m_timers->nextDueTime(), start + 10ms);
    QCOMPARE(m_timers->dueTime(1), start + 30ms);
    QVERIFY(!m_timers->dueTime(3));
    // Its object waits for it itself.
    std::optional<TimerQueue::Time> meanwhile;
    m_timers->ringDue(start + 10ms,
                      [this, &meanwhile](QObject *, int) { meanwhile = m_timers->nextDueTime(); });
    QCOMPARE(meanwhile, start + 30ms);
    QCOMPARE(m_timers->nextDueTime(), start + 20ms);
}

void TestTimerQueue::tellsWhatAnObjectHas()
{
    QObject one;
    QObject other;
    add(1, 30, &one);
    add(2, 10, &other);
    add(3, 20, &one);
    const auto all = m_timers->allOf(&one);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).timerId, 3);
    QCOMPARE(all.at(0).interval, 20);
    QCOMPARE(all.at(0).timerType, Qt::PreciseTimer);
    QCOMPARE(all.at(1).timerId, 1);
}

void TestTimerQueue::removesWhatAnObjectHas()
{
    QObject one;
    QObject other;
    add(1, 10, &one);
    add(2, 10, &other);
    add(3, 10, &one);
    QVERIFY(m_timers->removeAllOf(&one));
    QVERIFY(!m_timers->removeAllOf(&one));
    QCOMPARE(rungAt(10ms), QList<int>{2});
}

QTEST_APPLESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"

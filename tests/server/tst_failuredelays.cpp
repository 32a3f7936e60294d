// SPDX-License-Identifier: MIT
#include "login/FailureDelays.h"

#include "support/FakeClock.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

/// How long whoever guesses has to wait.
class TestFailureDelays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFirstTriesAreFree();
    void eachFurtherTryWaitsTwiceAsLong();
    void whoWasRightBeginsAnew();
    void aTryThatWasNoneDoesNotCount();
    void oldTriesAreForgotten();
    void oneDoesNotWaitForAnother();
    void memoryIsBounded();

private:
    void fail(const QString &key, int times);

    Test::FakeClock m_clock;
    std::unique_ptr<FailureDelays> m_delays;
    const QString m_ana = QStringLiteral("ana");
};

void TestFailureDelays::init()
{
    m_delays = std::make_unique<FailureDelays>(m_clock, FailureDelays::Limits{3, 1s, 8s, 10min, 4});
}

void TestFailureDelays::fail(const QString &key, int times)
{
    for (int count = 0; count < times; ++count)
        m_delays->note(key);
}

void TestFailureDelays::theFirstTriesAreFree()
{
    QCOMPARE(m_delays->wait(m_ana), 0ms);
    fail(m_ana, 2);
    QCOMPARE(m_delays->wait(m_ana), 0ms);
    fail(m_ana, 1);
    QCOMPARE(m_delays->wait(m_ana), 1000ms);
}

void TestFailureDelays::eachFurtherTryWaitsTwiceAsLong()
{
    fail(m_ana, 2);
    for (const auto wait : {1s, 2s, 4s, 8s, 8s, 8s}) {
        fail(m_ana, 1);
        m_clock.advance(wait - 1ms);
        QCOMPARE(m_delays->wait(m_ana), 1ms);
        m_clock.advance(1ms);
        QCOMPARE(m_delays->wait(m_ana), 0ms);
    }
    fail(m_ana, 1'000'000);
    QCOMPARE(m_delays->wait(m_ana), 8000ms);
}

void TestFailureDelays::whoWasRightBeginsAnew()
{
    fail(m_ana, 5);
    m_delays->forget(m_ana);
    QCOMPARE(m_delays->wait(m_ana), 0ms);
    QCOMPARE(m_delays->size(), std::size_t(0));
}

void TestFailureDelays::aTryThatWasNoneDoesNotCount()
{
    fail(m_ana, 3);
    m_delays->takeBack(m_ana);
    QCOMPARE(m_delays->wait(m_ana), 0ms);
    m_delays->takeBack(m_ana);
    m_delays->takeBack(m_ana);
    m_delays->takeBack(m_ana);
    QCOMPARE(m_delays->size(), std::size_t(0));
}

void TestFailureDelays::oldTriesAreForgotten()
{
    fail(m_ana, 4);
    m_clock.advance(10min);
    QCOMPARE(m_delays->wait(m_ana), 0ms);
    fail(QStringLiteral("ben"), 1);
    QCOMPARE(m_delays->size(), std::size_t(1));
}

void TestFailureDelays::oneDoesNotWaitForAnother()
{
    fail(m_ana, 9);
    QCOMPARE(m_delays->wait(QStringLiteral("ben")), 0ms);
}

void TestFailureDelays::memoryIsBounded()
{
    fail(m_ana, 3);
    for (int number = 0; number < 3; ++number)
        fail(QString::number(number), 1);
    // Whoever tries again is not the oldest any more.
    fail(m_ana, 1);
    fail(QStringLiteral("one more"), 1);
    QCOMPARE(m_delays->size(), std::size_t(4));
    QCOMPARE(m_delays->wait(m_ana), 2000ms);
}

QTEST_APPLESS_MAIN(TestFailureDelays)
#include "tst_failuredelays.moc"

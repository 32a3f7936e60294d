// SPDX-License-Identifier: MIT
#include "gateway/Outbox.h"

#include "support/FakeClock.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingWaitsWithoutADelay();
    void aDelayIsWaitedFor();
    void nothingOvertakes();
    void delaysDoNotAddUp();
    void flushingEmptiesIt();
    void whatIsDoneMayFlush();
    void whatIsDoneMayPutMore();
    void whatWaitsIsForgottenAtTheEnd();

private:
    void put(std::chrono::milliseconds delay, const char *name)
    {
        m_outbox->put(delay, [this, text = QString::fromUtf8(name)] { m_done.append(text); });
    }
    QString done() const { return m_done.join(u' '); }

    Test::FakeClock m_clock;
    std::unique_ptr<Outbox> m_outbox;
    QStringList m_done;
};

void TestOutbox::init()
{
    m_outbox = std::make_unique<Outbox>(m_clock);
    m_done.clear();
}

void TestOutbox::nothingWaitsWithoutADelay()
{
    put(0ms, "a");
    QCOMPARE(done(), QStringLiteral("a"));
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestOutbox::aDelayIsWaitedFor()
{
    put(5ms, "a");
    m_clock.advance(4ms);
    QCOMPARE(done(), QString());
    m_clock.advance(1ms);
    QCOMPARE(done(), QStringLiteral("a"));
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestOutbox::nothingOvertakes()
{
    put(10ms, "a");
    put(0ms, "b");
    put(20ms, "c");
    put(5ms, "d");
    QCOMPARE(done(), QString());
    m_clock.advance(10ms);
    QCOMPARE(done(), QStringLiteral("a b"));
    m_clock.advance(9ms);
    QCOMPARE(done(), QStringLiteral("a b"));
    m_clock.advance(1ms);
    QCOMPARE(done(), QStringLiteral("a b c d"));
    put(0ms, "e");
    QCOMPARE(done(), QStringLiteral("a b c d e"));
}

void TestOutbox::delaysDoNotAddUp()
{
    for (int count = 0; count < 10; ++count)
        put(10ms, "x");
    m_clock.advance(10ms);
    QCOMPARE(m_done.size(), 10);
}

void TestOutbox::flushingEmptiesIt()
{
    put(10ms, "a");
    put(20ms, "b");
    m_outbox->flush();
    QCOMPARE(done(), QStringLiteral("a b"));
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestOutbox::whatIsDoneMayFlush()
{
    m_outbox->put(10ms, [this] {
        m_outbox->flush();
        m_done.append(QStringLiteral("a"));
    });
    put(10ms, "b");
    m_clock.advance(10ms);
    QCOMPARE(done(), QStringLiteral("a b"));
}

void TestOutbox::whatIsDoneMayPutMore()
{
    m_outbox->put(10ms, [this] { put(5ms, "b"); });
    m_clock.advance(14ms);
    QCOMPARE(done(), QString());
    m_clock.advance(1ms);
    QCOMPARE(done(), QStringLiteral("b"));
}

void TestOutbox::whatWaitsIsForgottenAtTheEnd()
{
    put(10ms, "a");
    m_outbox.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
    m_clock.advance(10ms);
    QCOMPARE(done(), QString());
}

QTEST_APPLESS_MAIN(TestOutbox)
#include "tst_outbox.moc"

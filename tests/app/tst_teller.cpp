// SPDX-License-Identifier: MIT
#include "support/TellerBench.h"

#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What is told of conversations that nobody looks at.
class TestTeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOfALine();
    void tellsOnlyOfOthersLines_data();
    void tellsOnlyOfOthersLines();
    void groupsTheLinesOfAStage();
    void keepsStagesApart();
    void aFloodIsToldOnceASecond();
    void countsAStageOnceHoweverManySessions();
    void saysNothingWhileOneLooks();
    void oldLinesAreNoNews();
    void takesAwayWhatWasRead();
    void whatWasReadBeforeItWasToldIsNotTold();
    void leadsToTheConversation();
    void tellsOfAnEnd();
    void forgetsASessionThatGoes();

private:
    Notification only() const { return m_bench->notifier.only(); }

    std::unique_ptr<TellerBench> m_bench;
};

void TestTeller::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<TellerBench>();
}

void TestTeller::tellsOfALine()
{
    m_bench->dev->hear(QStringLiteral("Hello"));
    QCOMPARE(m_bench->notifier.shown.size(), 1);
    QCOMPARE(only().summary, QStringLiteral("1 message(s) in dev.example"));
    QVERIFY(only().body.endsWith(QStringLiteral(": Hello")));
    QVERIFY(!m_bench->notifier.onlyKey().contains(QStringLiteral("hunter2")));
    QCOMPARE(m_bench->teller.unread(), 1);
}

void TestTeller::tellsOnlyOfOthersLines_data()
{
    QTest::addColumn<Message::Kind>("kind");
    QTest::addColumn<bool>("own");
    QTest::addColumn<int>("told");
    QTest::newRow("somebody's") << Message::Kind::Chat << false << 1;
    QTest::newRow("the backend's") << Message::Kind::Backend << false << 1;
    QTest::newRow("our own") << Message::Kind::Chat << true << 0;
    QTest::newRow("somebody joins") << Message::Kind::Joined << false << 0;
    QTest::newRow("a notice") << Message::Kind::Notice << false << 0;
    QTest::newRow("an error") << Message::Kind::Error << false << 0;
}

void TestTeller::tellsOnlyOfOthersLines()
{
    QFETCH(const Message::Kind, kind);
    QFETCH(const bool, own);
    QFETCH(const int, told);
    m_bench->dev->model.noteOwnId(QStringLiteral("me="));
    m_bench->dev->hear(QStringLiteral("x"), kind, own ? QStringLiteral("me=") : QStringLiteral("ann="));
    QCOMPARE(m_bench->notifier.shown.size(), told);
    QCOMPARE(m_bench->teller.unread(), told);
}

void TestTeller::groupsTheLinesOfAStage()
{
    m_bench->dev->hear(QStringLiteral("one"));
    m_bench->dev->hear(QStringLiteral("two"));
    m_bench->dev->hear(QStringLiteral("three"));
    m_bench->clock.advance(Teller::pause);
    QCOMPARE(m_bench->notifier.shown.size(), 1);
    QCOMPARE(only().summary, QStringLiteral("3 message(s) in dev.example"));
    QVERIFY(only().body.endsWith(QStringLiteral(": three")));
    QCOMPARE(m_bench->notifier.all.size(), 2);
}

void TestTeller::keepsStagesApart()
{
    FakeSource other(m_bench->teller, "wss://prod.example/");
    m_bench->dev->hear(QStringLiteral("one"));
    other.hear(QStringLiteral("two"));
    QCOMPARE(m_bench->notifier.shown.size(), 1);
    m_bench->clock.advance(Teller::pause);
    QCOMPARE(m_bench->notifier.shown.size(), 2);
    QCOMPARE(m_bench->teller.unread(), 2);
}

void TestTeller::aFloodIsToldOnceASecond()
{
    for (int line = 0; line < 1000; ++line)
        m_bench->dev->hear(QStringLiteral("x"));
    QCOMPARE(m_bench->notifier.all.size(), 1);
    m_bench->clock.advance(10 * Teller::pause);
    QCOMPARE(m_bench->notifier.all.size(), 2);
    QCOMPARE(only().summary, QStringLiteral("1000 message(s) in dev.example"));
    // And then it is quiet again.
    QCOMPARE(m_bench->clock.pendingAlarms(), std::size_t(0));
}

void TestTeller::countsAStageOnceHoweverManySessions()
{
    FakeSource again(m_bench->teller, "wss://dev.example/a?token=other");
    m_bench->dev->hear(QStringLiteral("x"));
    again.hear(QStringLiteral("x"));
    m_bench->clock.advance(Teller::pause);
    QCOMPARE(m_bench->notifier.shown.size(), 1);
    QCOMPARE(m_bench->teller.unread(), 1);
}

void TestTeller::saysNothingWhileOneLooks()
{
    FakeSource again(m_bench->teller, "wss://dev.example/a");
    m_bench->dev->lookedAt = true;
    m_bench->dev->hear(QStringLiteral("x"));
    // Of another session on the same stage neither: the line is seen.
    again.hear(QStringLiteral("x"));
    QVERIFY(m_bench->notifier.all.isEmpty());
    QCOMPARE(m_bench->teller.unread(), 0);
}

void TestTeller::oldLinesAreNoNews()
{
    m_bench->dev->model.append(
        {Message::Kind::Chat, QStringLiteral("ann="), QStringLiteral("new"), WallTime(), {}});
    m_bench->dev->model.prepend(
        {{Message::Kind::Chat, QStringLiteral("ann="), QStringLiteral("old"), WallTime(), {}}});
    m_bench->teller.noteLines(*m_bench->dev, 0, 0);
    QVERIFY(m_bench->notifier.all.isEmpty());
}

void TestTeller::takesAwayWhatWasRead()
{
    QSignalSpy changed(&m_bench->teller, &Teller::unreadChanged);
    m_bench->dev->hear(QStringLiteral("x"));
    m_bench->teller.noteRead(*m_bench->dev);
    QVERIFY(m_bench->notifier.shown.isEmpty());
    QCOMPARE(m_bench->teller.unread(), 0);
    QCOMPARE(changed.size(), 2);
    m_bench->clock.advance(Teller::pause);
    m_bench->dev->hear(QStringLiteral("y"));
    QCOMPARE(only().summary, QStringLiteral("1 message(s) in dev.example"));
}

void TestTeller::whatWasReadBeforeItWasToldIsNotTold()
{
    m_bench->dev->hear(QStringLiteral("x"));
    m_bench->dev->hear(QStringLiteral("y"));
    m_bench->teller.noteRead(*m_bench->dev);
    m_bench->clock.advance(5 * Teller::pause);
    QCOMPARE(m_bench->notifier.all.size(), 1);
    QVERIFY(m_bench->notifier.shown.isEmpty());
}

void TestTeller::leadsToTheConversation()
{
    FakeSource again(m_bench->teller, "wss://dev.example/a");
    m_bench->dev->hear(QStringLiteral("x"));
    again.hear(QStringLiteral("x"));
    Q_EMIT m_bench->notifier.activated(m_bench->notifier.onlyKey());
    QCOMPARE(again.timesForward, 1);
    Q_EMIT m_bench->notifier.activated(QStringLiteral("another"));
    QCOMPARE(again.timesForward + m_bench->dev->timesForward, 1);
}

void TestTeller::tellsOfAnEnd()
{
    m_bench->teller.noteEnd(*m_bench->dev, QStringLiteral("The stage closed the connection: token=hunter2."));
    QCOMPARE(only().summary, QStringLiteral("Disconnected from dev.example"));
    QCOMPARE(only().body, QStringLiteral("The stage closed the connection: token=[redacted]"));
    QCOMPARE(m_bench->teller.unread(), 0);
    m_bench->dev->lookedAt = true;
    m_bench->teller.noteRead(*m_bench->dev);
    m_bench->clock.advance(Teller::pause);
    m_bench->teller.noteEnd(*m_bench->dev, QStringLiteral("Again."));
    QVERIFY(m_bench->notifier.shown.isEmpty());
}

void TestTeller::forgetsASessionThatGoes()
{
    m_bench->dev->hear(QStringLiteral("x"));
    m_bench->dev->hear(QStringLiteral("y"));
    const QString key = m_bench->notifier.onlyKey();
    m_bench->dev.reset();
    QVERIFY(m_bench->notifier.shown.isEmpty());
    QCOMPARE(m_bench->teller.unread(), 0);
    Q_EMIT m_bench->notifier.activated(key);
    m_bench->clock.advance(5 * Teller::pause);
    QCOMPARE(m_bench->notifier.all.size(), 1);
}

QTEST_GUILESS_MAIN(TestTeller)
#include "tst_teller.moc"

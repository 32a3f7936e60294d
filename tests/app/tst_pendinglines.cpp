// SPDX-License-Identifier: MIT
#include "support/PendingBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::PendingBench;
using Test::chat;
using Form = Outgoing::Form;

class TestPendingLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void matchesAnEcho_data();
    void matchesAnEcho();
    void matchesEqualTextsInOrder();
    void matchesEchoesOutOfOrder();
    void prefersALineUnderWayToOneThatFailed();
    void takesAChangedTextForTheOldest();
    void takesASecondEchoForNobodys();
    void failsAfterTheTimeLimit();
    void matchesAnEchoAfterTheTimeLimit();
    void anErrorFailsTheOldest();
    void anErrorWithNothingUnderWayFailsNothing();
    void theEndOfTheConnectionFailsWhatIsUnderWay();
    void forgetsALine();
};

void TestPendingLines::matchesAnEcho_data()
{
    QTest::addColumn<Outgoing>("sent");
    QTest::addColumn<Outgoing>("echo");
    QTest::addColumn<bool>("matches");

    QTest::newRow("the same") << chat("Hi") << chat("Hi") << true;
    QTest::newRow("blanks changed by the stage") << chat("a \n b") << chat("a b ") << true;
    QTest::newRow("half a character, which UTF-8 can't hold")
        << Outgoing{Form::Chat, QString(QChar(0xd83d)), {}}
        << Outgoing{Form::Chat, QString(QChar::ReplacementCharacter), {}} << true;
    QTest::newRow("direct, to the same person")
        << Outgoing{Form::Direct, QStringLiteral("Hi"), QStringLiteral("ann=")}
        << Outgoing{Form::Direct, QStringLiteral("Hi"), QStringLiteral("ann=")} << true;
    QTest::newRow("direct, to another person")
        << Outgoing{Form::Direct, QStringLiteral("Hi"), QStringLiteral("ann=")}
        << Outgoing{Form::Direct, QStringLiteral("Hi"), QStringLiteral("bob=")} << false;
    QTest::newRow("to everybody, by the other backend")
        << chat("Hi") << Outgoing{Form::Broadcast, QStringLiteral("Hi"), {}} << false;
    QTest::newRow("broadcast") << Outgoing{Form::Broadcast, QStringLiteral("Hi"), {}}
                               << Outgoing{Form::Broadcast, QStringLiteral("Hi"), {}} << true;
    QTest::newRow("broadcast, another text") << Outgoing{Form::Broadcast, QStringLiteral("Hi"), {}}
                                             << Outgoing{Form::Broadcast, QStringLiteral("Ho"), {}} << false;
}

void TestPendingLines::matchesAnEcho()
{
    QFETCH(Outgoing, sent);
    QFETCH(Outgoing, echo);
    QFETCH(bool, matches);
    Bench bench;
    bench.lines.add(7, sent);
    QCOMPARE(bench.lines.takeEcho(echo), matches ? std::optional<quint64>(7) : std::nullopt);
    // Once only.
    QCOMPARE(bench.lines.takeEcho(echo), std::nullopt);
}

void TestPendingLines::matchesEqualTextsInOrder()
{
    Bench bench;
    bench.lines.add(1, chat("Hi"));
    bench.lines.add(2, chat("Hi"));
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), 1U);
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), 2U);
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), std::nullopt);
}

void TestPendingLines::matchesEchoesOutOfOrder()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.add(2, chat("two"));
    QCOMPARE(bench.lines.takeEcho(chat("two")), 2U);
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
}

void TestPendingLines::prefersALineUnderWayToOneThatFailed()
{
    Bench bench;
    bench.lines.add(1, chat("Hi"));
    bench.lines.takeError(QStringLiteral("No."));
    bench.lines.add(2, chat("Hi"));
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), 2U);
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), 1U);
}

void TestPendingLines::takesAChangedTextForTheOldest()
{
    Bench bench;
    bench.lines.add(1, {Form::Direct, QStringLiteral("psst"), QStringLiteral("ann=")});
    bench.lines.add(2, chat("darn"));
    bench.lines.add(3, chat("Hi"));
    QCOMPARE(bench.lines.takeEcho(chat("d***")), 2U);
    QCOMPARE(bench.lines.takeEcho(chat("Hi")), 3U);
    QCOMPARE(bench.lines.takeEcho(chat("Who said that?")), std::nullopt);
}

void TestPendingLines::takesASecondEchoForNobodys()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.add(2, chat("two"));
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
    QCOMPARE(bench.lines.takeEcho(chat("one")), std::nullopt);
    QCOMPARE(bench.lines.takeEcho(chat("two")), 2U);
}

void TestPendingLines::failsAfterTheTimeLimit()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.add(1, chat("one"));
    bench.clock.advance(PendingLines::timeLimit - 1ms);
    QCOMPARE(bench.changes.count(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.changes.count(), 1);
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    QVERIFY(bench.changes.at(0).at(2).toString().contains(QStringLiteral("30")));
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestPendingLines::matchesAnEchoAfterTheTimeLimit()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.clock.advance(PendingLines::timeLimit);
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
}

void TestPendingLines::anErrorFailsTheOldest()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.add(2, chat("two"));
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    QCOMPARE(bench.changes.at(0).at(2).toString(), QStringLiteral("No."));
    QCOMPARE(bench.stateOf(2), Delivery::Sending);
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(2), Delivery::Failed);
}

void TestPendingLines::anErrorWithNothingUnderWayFailsNothing()
{
    Bench bench;
    bench.lines.takeError(QStringLiteral("No."));
    bench.lines.add(1, chat("one"));
    QVERIFY(bench.lines.takeEcho(chat("one")));
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.changes.count(), 0);
}

void TestPendingLines::theEndOfTheConnectionFailsWhatIsUnderWay()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.connectionEnded();
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    // An echo may still come, through the next connection.
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
}

void TestPendingLines::forgetsALine()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.forget(1);
    bench.clock.advance(PendingLines::timeLimit);
    QCOMPARE(bench.changes.count(), 0);
    QCOMPARE(bench.lines.takeEcho(chat("one")), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPendingLines)
#include "tst_pendinglines.moc"

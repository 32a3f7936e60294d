// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "transcript/PendingLines.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Form = Outgoing::Form;

namespace {

Outgoing chat(const char *text)
{
    return {Form::Chat, QString::fromUtf8(text), {}};
}

struct Bench
{
    Test::FakeClock clock;
    PendingLines lines{clock};
    QSignalSpy changes{&lines, &PendingLines::changed};
    QSignalSpy probes{&lines, &PendingLines::probeWanted};

    /// The stage has got everything that was sent before the last ping.
    void answerProbe() { lines.takePong(probes.last().at(0).toByteArray()); }
    Delivery stateOf(quint64 key) const
    {
        Delivery state = Delivery::Sending;
        for (const auto &change : changes) {
            if (change.at(0).value<quint64>() == key)
                state = change.at(1).value<Delivery>();
        }
        return state;
    }
};

} // namespace

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
    void isSentWhereNoEchoComes();
    void isSentAtOnceOnceItIsKnownThatNoEchoComes();
    void waitsForTheEchoWhereEchoesCome();
    void failsWhereNothingIsHeard();
    void anErrorFailsASentLine();
    void aPingIsSentWithoutAnEcho();
    void learnsAnewAtAnotherStage();
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

void TestPendingLines::isSentWhereNoEchoComes()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    QCOMPARE(bench.probes.count(), 1);
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace - 1ms);
    QCOMPARE(bench.stateOf(1), Delivery::Sending);
    bench.clock.advance(1ms);
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
    // It was no more than slow.
    QCOMPARE(bench.lines.takeEcho(chat("one")), 1U);
}

void TestPendingLines::isSentAtOnceOnceItIsKnownThatNoEchoComes()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace);
    bench.lines.add(2, chat("two"));
    bench.lines.add(3, chat("three"));
    QCOMPARE(bench.stateOf(2), Delivery::Sending);
    bench.answerProbe();
    QCOMPARE(bench.stateOf(2), Delivery::Sent);
    // It left after the ping, so that pong says nothing of it; but it asks for the next ping.
    QCOMPARE(bench.stateOf(3), Delivery::Sending);
    bench.answerProbe();
    QCOMPARE(bench.stateOf(3), Delivery::Sent);
    QCOMPARE(bench.probes.count(), 3);
}

void TestPendingLines::waitsForTheEchoWhereEchoesCome()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.add(1, chat("one"));
    QCOMPARE(bench.probes.count(), 0);
    bench.clock.advance(PendingLines::echoGrace);
    QCOMPARE(bench.stateOf(1), Delivery::Sending);
}

void TestPendingLines::failsWhereNothingIsHeard()
{
    Bench bench;
    bench.lines.add(1, chat("one"));
    bench.lines.takePong(QByteArrayLiteral("another's"));
    bench.clock.advance(PendingLines::timeLimit);
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
}

void TestPendingLines::anErrorFailsASentLine()
{
    Bench bench;
    for (const quint64 key : {1U, 2U}) {
        bench.lines.add(key, chat("one"));
        bench.answerProbe();
        bench.clock.advance(PendingLines::echoGrace);
        QCOMPARE(bench.stateOf(key), Delivery::Sent);
    }
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(1), Delivery::Failed);
    // Later than the time limit it can't be meant.
    bench.clock.advance(PendingLines::timeLimit);
    bench.lines.takeError(QStringLiteral("No."));
    QCOMPARE(bench.stateOf(2), Delivery::Sent);
}

void TestPendingLines::aPingIsSentWithoutAnEcho()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.add(1, chat("ping"));
    bench.answerProbe();
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
}

void TestPendingLines::learnsAnewAtAnotherStage()
{
    Bench bench;
    bench.lines.noteEchoingStage();
    bench.lines.connectionEnded();
    bench.lines.forgetStage();
    bench.lines.add(1, chat("one"));
    bench.answerProbe();
    bench.clock.advance(PendingLines::echoGrace);
    QCOMPARE(bench.stateOf(1), Delivery::Sent);
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

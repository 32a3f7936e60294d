// SPDX-License-Identifier: MIT
#include "session/RenewalOverlap.h"

#include "wire/Dialect.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Side = RenewalOverlap::Side;

namespace {

QString joined(const char *id)
{
    return QStringLiteral(R"({"message": "A new user has joined the chat - %1"})").arg(QLatin1String(id));
}

QString identity(const char *id)
{
    return QStringLiteral(R"({"connection_id": "%1"})").arg(QLatin1String(id));
}

struct Bench
{
    RenewalOverlap overlap;
    std::chrono::milliseconds now{0};
    QStringList shown;

    Bench() { overlap.begin(); }
    void former(const QString &frame) { shown += overlap.take(Side::Former, frame, now); }
    void fresh(const QString &frame) { shown += overlap.take(Side::New, frame, now); }
    void both(const QString &frame)
    {
        former(frame);
        fresh(frame);
    }
    RenewalOverlap::Result end()
    {
        RenewalOverlap::Result result = overlap.end();
        shown += result.frames;
        return result;
    }
};

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList all;
    for (const char *text : texts)
        all.append(QString::fromUtf8(text));
    return all;
}

} // namespace

class TestRenewalOverlap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void passesEverythingOnWhenInactive();
    void showsABroadcastOnceWhicheverComesFirst();
    void showsWhatIsSaidTwiceTwice();
    void keepsTheOrderOfTheFirstComers();
    void showsWhatComesOnOneConnectionOnly();
    void aTextFromBeforeIsNotTakenForItsRepetition();
    void aSlowConnectionDoublesNothing();
    void ourOwnJoiningTellsWhoWeAre();
    void theStageTellsWhoWeAre();
    void theJoiningOfOthersIsShownOnce();
    void whoJoinedJustBeforeUsIsShown();
    void aFailedRenewalShowsWhatWasHeldBack();
    void ourOwnLineOnTheOtherConnectionIsSwallowed();
    void theEchoOfABroadcastIsShownOnce();
};

void TestRenewalOverlap::passesEverythingOnWhenInactive()
{
    RenewalOverlap overlap;
    for (int time = 0; time < 2; ++time)
        QCOMPARE(overlap.take(Side::Former, joined("x="), 0ms), QStringList{joined("x=")});
    QVERIFY(!overlap.isActive());
}

void TestRenewalOverlap::showsABroadcastOnceWhicheverComesFirst()
{
    Bench bench;
    bench.former(QStringLiteral("one"));
    bench.fresh(QStringLiteral("one"));
    bench.fresh(QStringLiteral("two"));
    bench.former(QStringLiteral("two"));
    QCOMPARE(bench.shown, list({"one", "two"}));
}

void TestRenewalOverlap::showsWhatIsSaidTwiceTwice()
{
    Bench bench;
    bench.both(QStringLiteral("ok"));
    bench.former(QStringLiteral("ok"));
    bench.former(QStringLiteral("ok"));
    bench.fresh(QStringLiteral("ok"));
    bench.fresh(QStringLiteral("ok"));
    QCOMPARE(bench.shown, list({"ok", "ok", "ok"}));
}

void TestRenewalOverlap::keepsTheOrderOfTheFirstComers()
{
    Bench bench;
    bench.former(QStringLiteral("one"));
    bench.former(QStringLiteral("two"));
    bench.fresh(QStringLiteral("two"));
    bench.fresh(QStringLiteral("three"));
    bench.fresh(QStringLiteral("one"));
    bench.former(QStringLiteral("three"));
    QCOMPARE(bench.shown, list({"one", "two", "three"}));
}

void TestRenewalOverlap::showsWhatComesOnOneConnectionOnly()
{
    Bench bench;
    bench.former(QStringLiteral("before the new one was there"));
    bench.fresh(QStringLiteral("an answer to what was sent on the new one"));
    bench.overlap.noteFormerEnded();
    bench.fresh(QStringLiteral("after the former one was closed"));
    QCOMPARE(bench.shown.size(), 3);
}

void TestRenewalOverlap::aTextFromBeforeIsNotTakenForItsRepetition()
{
    Bench bench;
    bench.former(QStringLiteral("ok"));
    bench.now = 4s;
    bench.overlap.noteAnswer(Side::New, 4s);
    QVERIFY(bench.overlap.isSettled());
    bench.overlap.noteFormerEnded();
    bench.fresh(QStringLiteral("ok"));
    QCOMPARE(bench.shown, list({"ok", "ok"}));
}

void TestRenewalOverlap::aSlowConnectionDoublesNothing()
{
    Bench bench;
    bench.former(QStringLiteral("one"));
    bench.now = 30s;
    // The answer to a ping that left before the line could have come.
    bench.overlap.noteAnswer(Side::New, 2s);
    QVERIFY(!bench.overlap.isSettled());
    bench.fresh(QStringLiteral("one"));
    QCOMPARE(bench.shown, list({"one"}));
}

void TestRenewalOverlap::ourOwnJoiningTellsWhoWeAre()
{
    Bench bench;
    bench.former(joined("new="));
    bench.both(QStringLiteral("one"));
    QCOMPARE(bench.end().ownId, QStringLiteral("new="));
    QCOMPARE(bench.shown, list({"one"}));
    QVERIFY(!bench.overlap.isActive());
}

void TestRenewalOverlap::theStageTellsWhoWeAre()
{
    Bench bench;
    bench.former(joined("ann="));
    bench.former(joined("new="));
    bench.fresh(identity("new="));
    QVERIFY(!bench.end().ownId);
    QCOMPARE(bench.shown, QStringList({identity("new="), joined("ann=")}));
    Bench late;
    late.fresh(identity("new="));
    late.former(joined("new="));
    late.end();
    QCOMPARE(late.shown, QStringList{identity("new=")});
}

void TestRenewalOverlap::theJoiningOfOthersIsShownOnce()
{
    Bench bench;
    bench.former(joined("new="));
    bench.both(joined("ann="));
    bench.fresh(joined("ben="));
    bench.former(joined("ben="));
    QCOMPARE(bench.shown, QStringList({joined("ann="), joined("ben=")}));
    QCOMPARE(bench.end().ownId, QStringLiteral("new="));
    QCOMPARE(bench.shown.size(), 2);
}

void TestRenewalOverlap::whoJoinedJustBeforeUsIsShown()
{
    Bench bench;
    bench.former(joined("ann="));
    bench.former(joined("new="));
    QCOMPARE(bench.end().ownId, QStringLiteral("new="));
    QCOMPARE(bench.shown, QStringList{joined("ann=")});
}

void TestRenewalOverlap::aFailedRenewalShowsWhatWasHeldBack()
{
    Bench bench;
    bench.former(joined("ann="));
    bench.former(QStringLiteral("one"));
    QCOMPARE(bench.overlap.cancel(), QStringList{joined("ann=")});
    QVERIFY(!bench.overlap.isActive());
}

void TestRenewalOverlap::ourOwnLineOnTheOtherConnectionIsSwallowed()
{
    Bench bench;
    // The AWS tutorial's stage sends it to everybody but the connection it came from.
    bench.overlap.noteSent(Side::New, Dialect::chatFrame(QStringLiteral("hello")));
    bench.former(QStringLiteral("hello"));
    QVERIFY(bench.shown.isEmpty());
    bench.both(QStringLiteral("hello"));
    QCOMPARE(bench.shown, list({"hello"}));
}

void TestRenewalOverlap::theEchoOfABroadcastIsShownOnce()
{
    for (const bool formerIsFirst : {true, false}) {
        Bench bench;
        bench.overlap.noteSent(Side::New, QStringLiteral(R"({"action":"sendMessage","data":"hello"})"));
        if (formerIsFirst)
            bench.former(QStringLiteral("hello"));
        bench.fresh(QStringLiteral("hello"));
        if (!formerIsFirst)
            bench.former(QStringLiteral("hello"));
        QCOMPARE(bench.shown, list({"hello"}));
    }
}

QTEST_GUILESS_MAIN(TestRenewalOverlap)
#include "tst_renewaloverlap.moc"

// SPDX-License-Identifier: MIT
#include "gateway/Faults.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

using Place = FaultRule::Place;
using Kind = FaultRule::Kind;

namespace {

FaultRule rule(Kind kind, double probability = 1)
{
    FaultRule made{Place::Message, kind};
    made.probability = probability;
    return made;
}

FaultRule delay(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
{
    return {Place::Message, Kind::Delay, shortest, longest};
}

FaultEvent message(const QString &connectionId = {}, const QString &routeKey = {})
{
    return {Place::Message, connectionId, routeKey};
}

/// A letter for each of the next messages: what goes wrong with it, or a dot.
QString next(Faults &faults, int count)
{
    QString letters;
    for (int number = 0; number < count; ++number) {
        const Fault fault = faults.next(message());
        if (!fault.rule)
            letters += u'.';
        else
            letters += fault.rule->kind == Kind::Fail ? u'F' : u'T';
    }
    return letters;
}

QString firstOf(const FaultPlan &plan, int count)
{
    Faults faults;
    faults.setPlan(plan);
    return next(faults, count);
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRulesNothingGoesWrong();
    void rulesApplyToTheirEvents_data();
    void rulesApplyToTheirEvents();
    void rulesFireWhenTheyShould_data();
    void rulesFireWhenTheyShould();
    void theFirstThatFiresWins();
    void delaysAddUp();
    void delaysAreInTheirRange();
    void theSameSeedGivesTheSame();
    void aFurtherRuleChangesNothingForTheOthers();
    void probabilitiesAreKept();
    void aPlanBeginsAnew();
};

void TestFaults::withoutRulesNothingGoesWrong()
{
    Faults faults;
    const Fault fault = faults.next(message());
    QVERIFY(!fault.rule);
    QVERIFY(fault.delay == 0ms);
    QVERIFY(faults.fired().isEmpty());
}

void TestFaults::rulesApplyToTheirEvents_data()
{
    QTest::addColumn<int>("event");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("applies");
    const auto row = [](const char *name, Place place, const char *route, const char *id, bool applies) {
        QTest::newRow(name) << static_cast<int>(place) << QString::fromUtf8(route) << QString::fromUtf8(id)
                            << applies;
    };
    row("any message", Place::Message, "", "", true);
    row("a message of that route", Place::Message, "say", "", true);
    row("a message of another route", Place::Message, "shout", "", false);
    row("a message of that connection", Place::Message, "", "ana", true);
    row("a message of another connection", Place::Message, "", "ben", false);
    row("a message of both", Place::Message, "say", "ana", true);
    row("a handshake", Place::Connect, "", "", false);
    row("a post", Place::Post, "", "", false);
}

void TestFaults::rulesApplyToTheirEvents()
{
    QFETCH(const int, event);
    QFETCH(const QString, route);
    QFETCH(const QString, id);
    FaultRule drop = rule(Kind::Drop);
    drop.routeKey = route;
    drop.connectionId = id;
    Faults faults;
    faults.setPlan({1, {drop}});
    const Fault fault =
        faults.next({static_cast<Place>(event), QStringLiteral("ana"), QStringLiteral("say")});
    QTEST(fault.rule.has_value(), "applies");
    QTEST(faults.fired().at(0) == 1, "applies");
}

void TestFaults::rulesFireWhenTheyShould_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("times");
    QTest::addColumn<QString>("fired");
    QTest::newRow("always") << 1.0 << 0 << -1 << "FFFFFFFF";
    QTest::newRow("never") << 0.0 << 0 << -1 << "........";
    QTest::newRow("after three") << 1.0 << 3 << -1 << "...FFFFF";
    QTest::newRow("twice") << 1.0 << 0 << 2 << "FF......";
    QTest::newRow("no time at all") << 1.0 << 0 << 0 << "........";
    QTest::newRow("twice after three") << 1.0 << 3 << 2 << "...FF...";
}

void TestFaults::rulesFireWhenTheyShould()
{
    QFETCH(const double, probability);
    QFETCH(const int, after);
    QFETCH(const int, times);
    FaultRule fail = rule(Kind::Fail, probability);
    fail.after = after;
    if (times >= 0)
        fail.times = times;
    QTEST(firstOf({1, {fail}}, 8), "fired");
}

void TestFaults::theFirstThatFiresWins()
{
    FaultRule fail = rule(Kind::Fail);
    fail.after = 1;
    fail.times = 2;
    Faults faults;
    faults.setPlan({1, {fail, rule(Kind::Throttle)}});
    QCOMPARE(next(faults, 5), QStringLiteral("TFFTT"));
    QCOMPARE(faults.fired(), (QList<qint64>{2, 3}));
}

void TestFaults::delaysAddUp()
{
    Faults faults;
    faults.setPlan({1, {delay(20ms, 20ms), delay(5ms, 5ms), rule(Kind::Fail), delay(1s, 1s)}});
    const Fault fault = faults.next(message());
    QVERIFY(fault.delay == 25ms);
    QVERIFY(fault.rule.has_value());
    QCOMPARE(faults.fired(), (QList<qint64>{1, 1, 1, 0}));
}

void TestFaults::delaysAreInTheirRange()
{
    Faults faults;
    faults.setPlan({1, {delay(10ms, 13ms)}});
    QMap<qint64, int> counts;
    for (int number = 0; number < 1000; ++number)
        ++counts[faults.next(message()).delay.count()];
    QCOMPARE(counts.keys(), (QList<qint64>{10, 11, 12, 13}));
    for (const int count : std::as_const(counts))
        QVERIFY2(count > 180 && count < 320, qPrintable(QString::number(count)));
}

/// The sequence itself, for it has to be the same with every compiler and in every version.
void TestFaults::theSameSeedGivesTheSame()
{
    QCOMPARE(firstOf({7, {rule(Kind::Fail, 0.5)}}, 32), QStringLiteral("FF..F...FFFFF..FFF....FF..F....."));
    QCOMPARE(firstOf({8, {rule(Kind::Fail, 0.5)}}, 32), QStringLiteral("....FF.F..FFFFFFFFF..F........FF"));
    QCOMPARE(firstOf({7 + (quint64(1) << 32), {rule(Kind::Fail, 0.5)}}, 32),
             QStringLiteral("..F..FF....F.F.FF....FF..F....FF"));
    Faults faults;
    faults.setPlan({7, {delay(0ms, 1000ms)}});
    QList<qint64> delays;
    for (int number = 0; number < 6; ++number)
        delays.append(faults.next(message()).delay.count());
    QCOMPARE(delays, (QList<qint64>{200, 572, 992, 529, 488, 385}));
}

void TestFaults::aFurtherRuleChangesNothingForTheOthers()
{
    const FaultRule half = rule(Kind::Fail, 0.5);
    const QString alone = firstOf({7, {half}}, 32);
    QString together = firstOf({7, {half, rule(Kind::Throttle, 0.5)}}, 32);
    QVERIFY(together.contains(u'T'));
    QCOMPARE(together.replace(u'T', u'.'), alone);
    // Each has random numbers of its own: not what the first lets through.
    QVERIFY(firstOf({7, {delay(0ms, 9ms), half}}, 32) != alone);
}

void TestFaults::probabilitiesAreKept()
{
    constexpr int events = 10'000;
    const auto fired = firstOf({3, {rule(Kind::Fail, 0.2)}}, events).count(u'F');
    QVERIFY2(fired > 1850 && fired < 2150, qPrintable(QString::number(fired)));
}

void TestFaults::aPlanBeginsAnew()
{
    const FaultPlan plan{7, {rule(Kind::Fail, 0.5)}};
    Faults faults;
    faults.setPlan(plan);
    const QString first = next(faults, 16);
    QVERIFY(next(faults, 16) != first);
    faults.setPlan(plan);
    QCOMPARE(faults.fired(), QList<qint64>{0});
    QCOMPARE(next(faults, 16), first);
    QCOMPARE(faults.plan().seed, quint64(7));
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"

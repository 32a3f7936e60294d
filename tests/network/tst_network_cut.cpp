// SPDX-License-Identifier: MIT
// A session whose network goes without a word and comes back: neither host loses its interface. The session's
// clock runs faster than ours, so that its deadlines come before those of the system's TCP.
#include "support/NetworkBench.h"

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::NetworkBench;
using Way = Test::RoughNetwork::Way;
using State = ChatSession::State;

namespace {

constexpr double scale = 20;
/// Of the session's own time: alarms that are due in the same moment may ring in any order.
constexpr auto moment = 100ms;

} // namespace

class TestNetworkCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isNoticedInTime_data();
    void isNoticedInTime();
    void losesNothingThatIsNotShown_data();
    void losesNothingThatIsNotShown();
    void isSurvivedWhereItIsShort();

private:
    static void begin(NetworkBench &bench);
    static void cut(NetworkBench &bench);
};

void TestNetworkCut::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

/// Returns when both are in, and Ana has been for a while.
void TestNetworkCut::begin(NetworkBench &bench)
{
    bench.connectAna();
    QTRY_COMPARE(bench.ana.state(), State::Connected);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    QTRY_VERIFY(bench.ana.duration() >= 5s);
}

void TestNetworkCut::cut(NetworkBench &bench)
{
    QFETCH(bool, toStage);
    QFETCH(bool, toClient);
    if (toStage)
        bench.network.cut(Way::ToStage);
    if (toClient)
        bench.network.cut(Way::ToClient);
}

void TestNetworkCut::isNoticedInTime_data()
{
    QTest::addColumn<bool>("toStage");
    QTest::addColumn<bool>("toClient");
    QTest::addColumn<bool>("sends");
    QTest::addColumn<int>("seconds");
    QTest::newRow("nothing goes through, nobody writes") << true << true << false << 40;
    QTest::newRow("nothing goes through, Ana has just written") << true << true << true << 10;
    QTest::newRow("nothing arrives, nobody writes") << false << true << false << 40;
    QTest::newRow("nothing arrives, Ana has just written") << false << true << true << 10;
    QTest::newRow("nothing leaves, nobody writes") << true << false << false << 40;
    QTest::newRow("nothing leaves, Ana has just written") << true << false << true << 10;
}

void TestNetworkCut::isNoticedInTime()
{
    QFETCH(bool, sends);
    QFETCH(int, seconds);
    QString why;
    std::optional<bool> isNoticed;
    NetworkBench bench(scale);
    begin(bench);
    connect(&bench.ana, &ChatSession::ended, &bench.network, [&] { why = bench.ana.reason(); });
    if (sends)
        QVERIFY(bench.type(QStringLiteral("Is anybody there?")));
    cut(bench);
    const auto deadline = bench.clock.ringAfter(std::chrono::seconds(seconds) + moment,
                                                [&] { isNoticed = !bench.anasEnds.isEmpty(); });
    QTRY_VERIFY(isNoticed.has_value());
    QVERIFY(*isNoticed);
    QVERIFY(bench.ana.state() != State::Connected);
    QVERIFY2(why.contains(QStringLiteral("heartbeat")), qPrintable(why));
}

void TestNetworkCut::losesNothingThatIsNotShown_data()
{
    QTest::addColumn<bool>("toStage");
    QTest::addColumn<bool>("toClient");
    QTest::newRow("nothing goes through") << true << true;
    QTest::newRow("nothing arrives") << false << true;
    QTest::newRow("nothing leaves") << true << false;
}

void TestNetworkCut::losesNothingThatIsNotShown()
{
    const QStringList meanwhile{QStringLiteral("Meanwhile 1"), QStringLiteral("Meanwhile 2"),
                                QStringLiteral("Meanwhile 3")};
    NetworkBench bench(scale);
    begin(bench);
    QVERIFY(bench.type(QStringLiteral("Before")));
    QTRY_COMPARE(bench.deliveries(QStringLiteral("Before")), QList{Delivery::Delivered});
    cut(bench);
    QVERIFY(bench.type(QStringLiteral("Into the dark")));
    QTRY_VERIFY(!bench.anasEnds.isEmpty());
    for (const QString &text : meanwhile)
        QVERIFY(bench.type(text));
    QCOMPARE(bench.deliveries(QStringLiteral("Meanwhile")).count(Delivery::Waiting), meanwhile.size());
    bench.network.mend();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ana.state(), State::Connected, 20'000);
    QTRY_COMPARE(bench.deliveries(QStringLiteral("Meanwhile")).count(Delivery::Delivered), meanwhile.size());
    QCOMPARE(NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Meanwhile")), meanwhile);
    QCOMPARE(NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Before")).size(), 1);
    QCOMPARE(bench.deliveries(QStringLiteral("Into the dark")), QList{Delivery::Failed});
    QVERIFY(NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Into the dark")).size() <= 1);
}

/// In real time: the system's TCP sends again what was lost, and nobody is told.
void TestNetworkCut::isSurvivedWhereItIsShort()
{
    NetworkBench bench(1);
    bench.connectAna();
    QTRY_COMPARE(bench.ana.state(), State::Connected);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    bench.network.cut();
    QVERIFY(bench.type(QStringLiteral("Over the gap")));
    QVERIFY(bench.ben.sendChat(QStringLiteral("Over the gap, too")));
    bool isOver = false;
    const auto end = bench.clock.ringAfter(1s, [&isOver] { isOver = true; });
    QTRY_VERIFY(isOver);
    bench.network.mend();
    QTRY_COMPARE(bench.deliveries(QStringLiteral("Over")), QList{Delivery::Delivered});
    QTRY_COMPARE(NetworkBench::linesIn(bench.heardByAna, QStringLiteral("Over")).size(), 2);
    QVERIFY(bench.anasEnds.isEmpty());
}

int main(int argc, char *argv[])
{
    return Test::runBetweenHosts<TestNetworkCut>(argc, argv);
}
#include "tst_network_cut.moc"

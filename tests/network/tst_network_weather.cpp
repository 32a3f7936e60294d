// SPDX-License-Identifier: MIT
// A session on a network that delays, loses and reorders packets. It has the system's own TCP and the time
// that this takes.
#include "support/NetworkBench.h"

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::NetworkBench;
using State = ChatSession::State;

namespace {

constexpr int lines = 200;
/// In milliseconds.
constexpr int longEnough = 40'000;

QStringList numbered(const QString &start)
{
    QStringList list;
    for (int number = 1; number <= lines; ++number)
        list << start + QString::number(number);
    return list;
}

qsizetype count(NetworkBench &bench, Delivery delivery)
{
    return bench.deliveries(QStringLiteral("Ana ")).count(delivery);
}

/// Ana knows that the stage has all that she wrote, by its echoes or by an answer that came before them.
bool hasAllArrived(NetworkBench &bench)
{
    return count(bench, Delivery::Delivered) + count(bench, Delivery::Sent) == lines
           && NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Ana ")).size() >= lines
           && NetworkBench::linesIn(bench.heardByAna, QStringLiteral("Ben ")).size() >= lines;
}

QString whereLinesAre(NetworkBench &bench)
{
    return QStringLiteral(
               "Ana's lines: %1 delivered, %2 sent, %3 under way, %4 failed, %5 heard; Ben's: %6 heard")
        .arg(count(bench, Delivery::Delivered))
        .arg(count(bench, Delivery::Sent))
        .arg(count(bench, Delivery::Sending))
        .arg(count(bench, Delivery::Failed))
        .arg(NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Ana ")).size())
        .arg(NetworkBench::linesIn(bench.heardByAna, QStringLiteral("Ben ")).size());
}

} // namespace

class TestNetworkWeather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void deliversEveryLineOnceAndInOrder_data();
    void deliversEveryLineOnceAndInOrder();
};

void TestNetworkWeather::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestNetworkWeather::deliversEveryLineOnceAndInOrder_data()
{
    QTest::addColumn<int>("delay");
    QTest::addColumn<int>("spread");
    QTest::addColumn<double>("loss");
    QTest::addColumn<double>("overtaking");
    QTest::newRow("on a good network") << 1 << 0 << 0.0 << 0.0;
    QTest::newRow("on one that is far away and reorders") << 150 << 50 << 0.0 << 0.25;
    QTest::newRow("on one that also loses one packet of ten") << 150 << 50 << 0.1 << 0.25;
}

void TestNetworkWeather::deliversEveryLineOnceAndInOrder()
{
    QFETCH(int, delay);
    QFETCH(int, spread);
    QFETCH(double, loss);
    QFETCH(double, overtaking);
    NetworkBench bench(1);
    bench.network.setWeather(
        {std::chrono::milliseconds(delay), std::chrono::milliseconds(spread), loss, overtaking});
    bench.connectAna();
    QTRY_COMPARE_WITH_TIMEOUT(bench.ana.state(), State::Connected, longEnough);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    const QStringList anas = numbered(QStringLiteral("Ana "));
    const QStringList bens = numbered(QStringLiteral("Ben "));
    for (int line = 0; line < lines; ++line) {
        QVERIFY(bench.type(anas.at(line)));
        QVERIFY(bench.ben.sendChat(bens.at(line)));
        // So that they leave in packets of their own.
        QCoreApplication::processEvents();
    }
    const bool isOver =
        QTest::qWaitFor([&bench] { return !bench.anasEnds.isEmpty() || hasAllArrived(bench); }, longEnough);
    QVERIFY2(bench.anasEnds.isEmpty(), qPrintable(bench.ana.reason()));
    QVERIFY2(isOver, qPrintable(whereLinesAre(bench)));
    QCOMPARE(NetworkBench::linesIn(bench.heardByBen, QStringLiteral("Ana ")), anas);
    QCOMPARE(NetworkBench::linesIn(bench.heardByAna, QStringLiteral("Ben ")), bens);
    QCOMPARE(bench.network.counts().lost > 0, loss > 0);
    QCOMPARE(bench.network.counts().overtaking > 0, overtaking > 0);
}

int main(int argc, char *argv[])
{
    return Test::runBetweenHosts<TestNetworkWeather>(argc, argv);
}
#include "tst_network_weather.moc"

// SPDX-License-Identifier: MIT
// A session that cannot reach its stage, or whose host gets another address, as with another Wi-Fi. The
// session's clock runs faster than ours.
#include "session/NetworkHint.h"
#include "support/NetworkBench.h"

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::NetworkBench;
using Way = Test::RoughNetwork::Way;
using State = ChatSession::State;

namespace {

constexpr double scale = 20;
/// In milliseconds: the longest wait of a session and its attempt.
constexpr int longestReturn = 20'000;
/// Of the session's own time: alarms that are due in the same moment may ring in any order.
constexpr auto moment = 100ms;

QHostAddress another()
{
    return QHostAddress(QStringLiteral("10.0.0.3"));
}

} // namespace

class TestNetworkChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void triesAgainWhereNothingAnswers_data();
    void triesAgainWhereNothingAnswers();
    void takesAnotherAddress_data();
    void takesAnotherAddress();
    void waitsForAnAddress();

private:
    static void speakAgain(NetworkBench &bench);
};

void TestNetworkChange::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestNetworkChange::speakAgain(NetworkBench &bench)
{
    const QString text = QStringLiteral("Here I am again");
    QTRY_COMPARE_WITH_TIMEOUT(bench.ana.state(), State::Connected, longestReturn);
    QVERIFY(bench.type(text));
    QTRY_COMPARE(bench.deliveries(text), QList{Delivery::Delivered});
    QCOMPARE(NetworkBench::linesIn(bench.heardByBen, text), QStringList{text});
}

void TestNetworkChange::triesAgainWhereNothingAnswers_data()
{
    QTest::addColumn<int>("toStage");
    QTest::addColumn<int>("toClient");
    QTest::newRow("nothing leaves") << 0 << 1000;
    QTest::newRow("nothing arrives") << 1000 << 0;
    QTest::newRow("nothing arrives but the first answer") << 1000 << 1;
    QTest::newRow("the request does not leave") << 2 << 1000;
}

void TestNetworkChange::triesAgainWhereNothingAnswers()
{
    QFETCH(int, toStage);
    QFETCH(int, toClient);
    NetworkBench bench(scale);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    bench.network.cutAfter(Way::ToStage, toStage);
    bench.network.cutAfter(Way::ToClient, toClient);
    // As it is at that moment: the next attempt is soon made.
    const auto expectWaiting = [&bench] {
        QCOMPARE(bench.ana.state(), State::WaitingToRetry);
        QVERIFY(bench.ana.retryIn().has_value());
        const QString why = bench.ana.reason();
        QVERIFY2(why.contains(QStringLiteral("did not answer")), qPrintable(why));
    };
    connect(&bench.ana, &ChatSession::connectFailed, &bench.network, expectWaiting);
    QSignalSpy failures(&bench.ana, &ChatSession::connectFailed);
    bench.connectAna();
    QCOMPARE(bench.ana.state(), State::Connecting);
    QTRY_VERIFY(!failures.isEmpty());
    bench.network.mend();
    speakAgain(bench);
}

void TestNetworkChange::takesAnotherAddress_data()
{
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<int>("seconds");
    QTest::newRow("the system tells of it") << true << static_cast<int>(ChatSession::doubtTimeout.count());
    QTest::newRow("nobody tells of it") << false << 40;
}

void TestNetworkChange::takesAnotherAddress()
{
    QFETCH(bool, isTold);
    QFETCH(int, seconds);
    std::optional<bool> isNoticed;
    NetworkBench bench(scale);
    NetworkHint hint;
    bench.ana.listenTo(hint);
    bench.connectAna();
    QTRY_COMPARE(bench.ana.state(), State::Connected);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    QTRY_VERIFY(bench.ana.duration() >= 5s);
    bench.anasHost.setAddress(another());
    if (isTold)
        Q_EMIT hint.returned();
    const auto deadline = bench.clock.ringAfter(std::chrono::seconds(seconds) + moment,
                                                [&] { isNoticed = !bench.anasEnds.isEmpty(); });
    QTRY_VERIFY(isNoticed.has_value());
    QVERIFY(*isNoticed);
    speakAgain(bench);
    QCOMPARE(bench.anasEnds.count(), 1);
}

void TestNetworkChange::waitsForAnAddress()
{
    NetworkBench bench(scale);
    NetworkHint hint;
    bench.ana.listenTo(hint);
    bench.connectAna();
    QTRY_COMPARE(bench.ana.state(), State::Connected);
    QTRY_COMPARE(bench.ben.state(), State::Connected);
    QSignalSpy failures(&bench.ana, &ChatSession::connectFailed);
    bench.anasHost.setAddress(QHostAddress());
    // Several, so that the next wait is a long one.
    QTRY_VERIFY_WITH_TIMEOUT(failures.count() >= 4, longestReturn);
    QVERIFY2(bench.ana.reason().contains(QStringLiteral("cannot be reached")),
             qPrintable(bench.ana.reason()));
    QCOMPARE(bench.ana.state(), State::WaitingToRetry);
    bench.anasHost.setAddress(another());
    Q_EMIT hint.returned();
    QCOMPARE(bench.ana.state(), State::Connecting);
    speakAgain(bench);
    QCOMPARE(bench.anasEnds.count(), 1);
}

int main(int argc, char *argv[])
{
    return Test::runBetweenHosts<TestNetworkChange>(argc, argv);
}
#include "tst_network_change.moc"

// SPDX-License-Identifier: MIT
// What the system's TCP is told to do about a network that is gone, without any heartbeat: in real time.
#include "support/NetworkBench.h"

using namespace Greenroom;
using Test::NetworkBench;

namespace {

/// In milliseconds. Left to itself the system takes a quarter of an hour over what it has sent, and two hours
/// over nothing.
constexpr int longestSending = 15'000;
constexpr int longestSilence = 35'000;

struct BareLink
{
    WebSocketTransport transport;
    QSignalSpy opened{&transport, &Transport::opened};
    QSignalSpy failed{&transport, &Transport::failed};

    QString why() const { return failed.value(0).value(0).value<TransportFailure>().message; }
};

} // namespace

class TestNetworkSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void endsWhatNobodyAcknowledges();
};

void TestNetworkSystem::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

/// Both in one, since both take their time.
void TestNetworkSystem::endsWhatNobodyAcknowledges()
{
    NetworkBench bench(1);
    BareLink sending;
    BareLink silent;
    ConnectRequest request;
    request.address = bench.stage();
    for (BareLink *link : {&sending, &silent}) {
        link->transport.open(request);
        QTRY_COMPARE(link->opened.count(), 1);
    }
    bench.network.cut();
    sending.transport.sendText(QStringLiteral("Is anybody there?"));
    QTRY_COMPARE_WITH_TIMEOUT(sending.failed.count(), 1, longestSending);
    QCOMPARE(silent.failed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(silent.failed.count(), 1, longestSilence);
    for (const BareLink *link : {&sending, &silent})
        QVERIFY2(link->why().contains(QStringLiteral("connection is dead")), qPrintable(link->why()));
}

int main(int argc, char *argv[])
{
    return Test::runBetweenHosts<TestNetworkSystem>(argc, argv);
}
#include "tst_network_system.moc"

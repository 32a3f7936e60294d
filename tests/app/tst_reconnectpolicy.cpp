// SPDX-License-Identifier: MIT
#include "session/ReconnectPolicy.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace Greenroom;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Cause = TransportFailure::Cause;

namespace {

LinkEnd refused(int status)
{
    return {{}, {status, QStringLiteral("Refused."), Cause::Refused}, {}};
}

LinkEnd broken(Cause cause)
{
    return {{}, {0, QStringLiteral("Broken."), cause}, {}};
}

/// How often a stage that refuses at once is asked within an hour.
int triesInAnHour(unsigned int seed)
{
    std::mt19937 generator(seed);
    ReconnectPolicy policy([&generator] { return std::uniform_real_distribution<>(0, 1)(generator); });
    int tries = 1;
    for (auto time = policy.nextDelay(); time <= 1h; time += policy.nextDelay())
        ++tries;
    return tries;
}

} // namespace

class TestReconnectPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void knowsWhatIsFinal_data();
    void knowsWhatIsFinal();
    void doublesUpToTheCap();
    void spreadsOverTheWholeTime();
    void neverTriesWithoutAPause();
    void beginsAnewAfterAReset();
    void staysBoundedForever();
    void triesSeldomInAnHour();
};

void TestReconnectPolicy::knowsWhatIsFinal_data()
{
    QTest::addColumn<LinkEnd>("end");
    QTest::addColumn<bool>("isFinal");

    for (const int status : {401, 403})
        QTest::addRow("%d does not get better", status) << refused(status) << true;
    for (const int status : {400, 404, 408, 410, 426, 429, 500, 502, 503, 504})
        QTest::addRow("%d may get better", status) << refused(status) << false;
    QTest::newRow("a certificate that is not trusted") << broken(Cause::Certificate) << true;
    QTest::newRow("no network") << broken(Cause::Network) << false;
    QTest::newRow("no such host, as without a network") << broken(Cause::HostNotFound) << false;
    QTest::newRow("a captive portal") << broken(Cause::NotWebSocket) << false;
    QTest::newRow("a broken protocol") << broken(Cause::Protocol) << false;
    QTest::newRow("a proxy that is away") << broken(Cause::Proxy) << false;
    QTest::newRow("a proxy that wants another password") << broken(Cause::ProxyLogin) << true;
    QTest::newRow("a close by policy") << LinkEnd{1008, {}, {}} << true;
    for (const int code : {1000, 1001, 1005, 1006, 1009, 1011, 1012, 1013, 4000})
        QTest::addRow("a close with %d", code) << LinkEnd{code, {}, {}} << false;
}

void TestReconnectPolicy::knowsWhatIsFinal()
{
    QFETCH(LinkEnd, end);
    QFETCH(bool, isFinal);
    QCOMPARE(ReconnectPolicy::isFinal(end), isFinal);
}

void TestReconnectPolicy::doublesUpToTheCap()
{
    ReconnectPolicy policy([] { return 0.999'999; });
    QList<qint64> seconds;
    for (int attempt = 0; attempt < 9; ++attempt)
        seconds.append(std::chrono::round<std::chrono::seconds>(policy.nextDelay()).count());
    QCOMPARE(seconds, (QList<qint64>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
    QCOMPARE(policy.failures(), 9);
}

void TestReconnectPolicy::spreadsOverTheWholeTime()
{
    double next = 0;
    ReconnectPolicy policy([&next] { return next; });
    for (int attempt = 0; attempt < 6; ++attempt)
        policy.nextDelay();
    for (const double share : {0.25, 0.5, 0.75}) {
        next = share;
        QCOMPARE(policy.nextDelay(), std::chrono::duration_cast<milliseconds>(60s * share));
    }
}

void TestReconnectPolicy::neverTriesWithoutAPause()
{
    ReconnectPolicy policy([] { return 0.0; });
    for (int attempt = 0; attempt < 20; ++attempt)
        QCOMPARE(policy.nextDelay(), milliseconds(ReconnectPolicy::least));
}

void TestReconnectPolicy::beginsAnewAfterAReset()
{
    ReconnectPolicy policy([] { return 0.5; });
    for (int attempt = 0; attempt < 5; ++attempt)
        policy.nextDelay();
    policy.reset();
    QCOMPARE(policy.failures(), 0);
    QCOMPARE(policy.nextDelay(), 500ms);
}

void TestReconnectPolicy::staysBoundedForever()
{
    ReconnectPolicy policy([] { return 0.999'999; });
    for (int attempt = 0; attempt < 100'000; ++attempt)
        QVERIFY(policy.nextDelay() <= 60s);
}

void TestReconnectPolicy::triesSeldomInAnHour()
{
    QList<int> tries;
    for (unsigned int seed = 1; seed <= 1000; ++seed)
        tries.append(triesInAnHour(seed));
    std::sort(tries.begin(), tries.end());
    qInfo("tries in an hour against a dead server: median %d, least %d, most %d of 1000", tries.at(500),
          tries.constFirst(), tries.constLast());
    QVERIFY(tries.constLast() < 200);
    QVERIFY(tries.constFirst() > 60);
}

QTEST_GUILESS_MAIN(TestReconnectPolicy)
#include "tst_reconnectpolicy.moc"

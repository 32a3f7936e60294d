// SPDX-License-Identifier: MIT
#include "common/JsonChecker.h"
#include "config/QuotaConfig.h"
#include "config/StageFile.h"

#include <QJsonDocument>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

struct Reading
{
    StageQuotas quotas;
    QStringList mistakes;
};

Reading read(const QByteArray &json)
{
    JsonChecker checker;
    const QJsonObject object = QJsonDocument::fromJson("{\"q\":" + json + '}').object();
    const auto quotas = QuotaConfig::read(checker, QStringLiteral("$"), object.value(QStringLiteral("q")));
    return {quotas, checker.mistakes()};
}

} // namespace

/// The `quotas` of a stage.
class TestQuotaConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreApiGatewaysUnlessChanged();
    void eachCanBeChanged();
    void eachCanBeSwitchedOff();
    void allCanBeSwitchedOff();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void aStageHasThem();
};

void TestQuotaConfig::theyAreApiGatewaysUnlessChanged()
{
    const auto [quotas, mistakes] = read("{}");
    QCOMPARE(mistakes, QStringList());
    QCOMPARE(quotas.frameBytes.value(), 32'768);
    QCOMPARE(quotas.messageBytes.value(), 131'072);
    QVERIFY(quotas.idleTimeout == 10min);
    QVERIFY(quotas.connectionDuration == 2h);
    QVERIFY(quotas.integrationTimeout == 29s);
    QCOMPARE(quotas.connectRate.value(), 500.0);
    QCOMPARE(quotas.requestRate.value(), 10'000.0);
    QCOMPARE(quotas.requestBurst, 5'000.0);
    QCOMPARE(quotas.pings, StageQuotas::Pings::AreNoActivity);
}

void TestQuotaConfig::eachCanBeChanged()
{
    const auto [quotas, mistakes] = read(R"({"frameSizeBytes":1024, "messagePayloadSizeBytes":2048,
        "idleConnectionTimeoutSeconds":1.5, "connectionDurationSeconds":60, "integrationTimeoutMillis":50,
        "newConnectionsPerSecond":0.5, "throttlingRateLimit":20, "throttlingBurstLimit":3,
        "pingsAreActivity":true})");
    QCOMPARE(mistakes, QStringList());
    QCOMPARE(quotas.frameBytes.value(), 1024);
    QCOMPARE(quotas.messageBytes.value(), 2048);
    QVERIFY(quotas.idleTimeout == 1500ms);
    QVERIFY(quotas.connectionDuration == 1min);
    QVERIFY(quotas.integrationTimeout == 50ms);
    QCOMPARE(quotas.connectRate.value(), 0.5);
    QCOMPARE(quotas.requestRate.value(), 20.0);
    QCOMPARE(quotas.requestBurst, 3.0);
    QCOMPARE(quotas.pings, StageQuotas::Pings::AreActivity);
}

void TestQuotaConfig::eachCanBeSwitchedOff()
{
    const auto [quotas, mistakes] = read(R"({"frameSizeBytes":false, "messagePayloadSizeBytes":false,
        "idleConnectionTimeoutSeconds":false, "connectionDurationSeconds":false,
        "integrationTimeoutMillis":false, "newConnectionsPerSecond":false, "throttlingRateLimit":false})");
    QCOMPARE(mistakes, QStringList());
    QVERIFY(!quotas.frameBytes);
    QVERIFY(!quotas.messageBytes);
    QVERIFY(!quotas.idleTimeout);
    QVERIFY(!quotas.connectionDuration);
    QVERIFY(!quotas.integrationTimeout);
    QVERIFY(!quotas.connectRate);
    QVERIFY(!quotas.requestRate);
}

void TestQuotaConfig::allCanBeSwitchedOff()
{
    const auto [quotas, mistakes] = read("false");
    QCOMPARE(mistakes, QStringList());
    QVERIFY(!quotas.frameBytes);
    QVERIFY(!quotas.connectionDuration);
    QVERIFY(!quotas.requestRate);
    // What fits into memory has a bound all the same.
    QCOMPARE(quotas.messageLimit(), qint64(16) * 1024 * 1024);
}

void TestQuotaConfig::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mistake");
    QTest::newRow("no object") << QByteArray("true") << QStringLiteral("$: Expected an object, found true.");
    QTest::newRow("a name that is none")
        << QByteArray(R"({"frames":1})")
        << QStringLiteral("$.frames: Expected nothing of this name, but only frameSizeBytes, "
                          "messagePayloadSizeBytes, idleConnectionTimeoutSeconds, connectionDurationSeconds, "
                          "integrationTimeoutMillis, newConnectionsPerSecond, throttlingRateLimit, "
                          "throttlingBurstLimit, pingsAreActivity.");
    QTest::newRow("too small")
        << QByteArray(R"({"frameSizeBytes":0})")
        << QStringLiteral("$.frameSizeBytes: Expected a number from 1 to 1000000000, or false; found 0.");
    QTest::newRow("too large")
        << QByteArray(R"({"connectionDurationSeconds":2000000000})")
        << QStringLiteral("$.connectionDurationSeconds: Expected a number from 0.001 to 1000000000, or "
                          "false; found 2000000000.");
    QTest::newRow("no number")
        << QByteArray(R"({"throttlingRateLimit":"many"})")
        << QStringLiteral("$.throttlingRateLimit: Expected a number from 0.001 to 1000000000, or false; "
                          "found \"many\".");
    QTest::newRow("true says nothing")
        << QByteArray(R"({"idleConnectionTimeoutSeconds":true})")
        << QStringLiteral("$.idleConnectionTimeoutSeconds: Expected a number from 0.001 to 1000000000, or "
                          "false; found true.");
    QTest::newRow("what cannot be off")
        << QByteArray(R"({"throttlingBurstLimit":false})")
        << QStringLiteral("$.throttlingBurstLimit: Expected a number from 1 to 1000000000; found false.");
    QTest::newRow("neither true nor false")
        << QByteArray(R"({"pingsAreActivity":1})")
        << QStringLiteral("$.pingsAreActivity: Expected true or false, found 1.");
}

void TestQuotaConfig::mistakesAreNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, mistake);
    QCOMPARE(read(json).mistakes, QStringList{mistake});
}

void TestQuotaConfig::aStageHasThem()
{
    const auto stages = StageFile::parse(
        R"({"stages":[{"name":"a","backend":"all","quotas":{"idleConnectionTimeoutSeconds":5}}]})");
    QVERIFY(stages.has_value());
    QVERIFY(stages->at(0).quotas.idleTimeout == 5s);
}

QTEST_APPLESS_MAIN(TestQuotaConfig)
#include "tst_quotaconfig.moc"

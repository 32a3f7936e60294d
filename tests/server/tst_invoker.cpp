// SPDX-License-Identifier: MIT
#include "gateway/Invoker.h"

#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Outcome = InvocationResult::Outcome;

class TestInvoker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anAnswerAtOnceIsReported();
    void aLaterAnswerIsReportedWithItsTime();
    void aFailureIsReported();
    void anExceptionIsAFailure();
    void aSecondReplyIsIgnored();
    void aSlowIntegrationTimesOut();
    void aLateAnswerIsReportedAsLate();
    void runsGoOnAtTheSameTime();
    void aReplyToADestroyedInvokerIsIgnored();

private:
    void invoke(const QString &routeKey);

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeIntegration::Record> m_record;
    std::unique_ptr<Test::FakeIntegration> m_integration;
    std::unique_ptr<Invoker> m_invoker;
    QList<InvocationResult> m_results;
};

void TestInvoker::init()
{
    m_record = std::make_shared<Test::FakeIntegration::Record>();
    m_integration = std::make_unique<Test::FakeIntegration>(m_record);
    m_invoker = std::make_unique<Invoker>(m_clock);
    m_results.clear();
}

void TestInvoker::invoke(const QString &routeKey)
{
    ProxyEvent event;
    event.routeKey = routeKey;
    m_invoker->invoke(*m_integration, event,
                      [this](const InvocationResult &result) { m_results.append(result); });
}

void TestInvoker::anAnswerAtOnceIsReported()
{
    const QSignalSpy idle(m_invoker.get(), &Invoker::idle);
    m_record->answeredAtOnce = QStringList{QStringLiteral("a")};
    invoke(QStringLiteral("a"));
    QCOMPARE(m_results.size(), 1);
    QCOMPARE(m_results.at(0).outcome, Outcome::Returned);
    QCOMPARE(m_invoker->running(), std::size_t(0));
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
    QCOMPARE(idle.count(), 1);
}

void TestInvoker::aLaterAnswerIsReportedWithItsTime()
{
    invoke(QStringLiteral("a"));
    QVERIFY(m_results.isEmpty());
    QCOMPARE(m_invoker->running(), std::size_t(1));
    m_clock.advance(7ms);
    m_record->calls.at(0).reply(ProxyResponse{404, "no"});
    QCOMPARE(m_results.at(0).outcome, Outcome::Returned);
    QCOMPARE(m_results.at(0).response.statusCode, 404);
    QVERIFY(m_results.at(0).took == 7ms);
    QVERIFY(!m_results.at(0).isLate);
}

void TestInvoker::aFailureIsReported()
{
    invoke(QStringLiteral("a"));
    m_record->calls.at(0).reply(tl::unexpected(IntegrationFailure{QStringLiteral("why")}));
    QCOMPARE(m_results.at(0).outcome, Outcome::Failed);
    QCOMPARE(m_results.at(0).reason, QStringLiteral("why"));
}

void TestInvoker::anExceptionIsAFailure()
{
    m_record->throwing = QStringList{QStringLiteral("a")};
    invoke(QStringLiteral("a"));
    QCOMPARE(m_results.at(0).outcome, Outcome::Failed);
    QCOMPARE(m_results.at(0).reason, QStringLiteral("thrown by the test"));
    m_record->calls.at(0).reply(ProxyResponse{});
    QCOMPARE(m_results.size(), 1);
}

void TestInvoker::aSecondReplyIsIgnored()
{
    invoke(QStringLiteral("a"));
    m_record->calls.at(0).reply(ProxyResponse{});
    m_record->calls.at(0).reply(ProxyResponse{});
    QCOMPARE(m_results.size(), 1);
}

void TestInvoker::aSlowIntegrationTimesOut()
{
    invoke(QStringLiteral("a"));
    m_clock.advance(Quotas::integrationTimeout - 1ms);
    QVERIFY(m_results.isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_results.size(), 1);
    QCOMPARE(m_results.at(0).outcome, Outcome::TimedOut);
}

void TestInvoker::aLateAnswerIsReportedAsLate()
{
    invoke(QStringLiteral("a"));
    m_clock.advance(30s);
    m_record->calls.at(0).reply(ProxyResponse{});
    QCOMPARE(m_results.size(), 2);
    QCOMPARE(m_results.at(1).outcome, Outcome::Returned);
    QVERIFY(m_results.at(1).isLate);
    QVERIFY(m_results.at(1).took == 30s);
    QCOMPARE(m_invoker->running(), std::size_t(0));
}

void TestInvoker::runsGoOnAtTheSameTime()
{
    invoke(QStringLiteral("a"));
    invoke(QStringLiteral("b"));
    QCOMPARE(m_record->calls.size(), 2);
    m_record->calls.at(1).reply(ProxyResponse{201, {}});
    m_record->calls.at(0).reply(ProxyResponse{202, {}});
    QCOMPARE(m_results.at(0).response.statusCode, 201);
    QCOMPARE(m_results.at(1).response.statusCode, 202);
}

void TestInvoker::aReplyToADestroyedInvokerIsIgnored()
{
    invoke(QStringLiteral("a"));
    m_invoker.reset();
    m_record->calls.at(0).reply(ProxyResponse{});
    QVERIFY(m_results.isEmpty());
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestInvoker)
#include "tst_invoker.moc"

// SPDX-License-Identifier: MIT
#include "authorizers/AuthorizerGate.h"

#include "gateway/Quotas.h"
#include "support/FakeAuthorizer.h"
#include "support/FakeClock.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Outcome = AuthorizerVerdict::Outcome;

class TestAuthorizerGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theAuthorizerIsAskedAboutTheRequest();
    void anEmptySourceIsUnauthorizedUnasked_data();
    void anEmptySourceIsUnauthorizedUnasked();
    void theAnswerDecides_data();
    void theAnswerDecides();
    void anExceptionIsAFailure_data();
    void anExceptionIsAFailure();
    void aSlowAuthorizerHasFailed();
    void aSecondReplyIsIgnored();
    void nothingIsKeptForTheNextTime();
    void aReplyToADestroyedGateIsIgnored();

private:
    void ask(const QString &query);

    Test::FakeClock m_clock;
    std::shared_ptr<Test::FakeAuthorizer::Record> m_record;
    std::unique_ptr<Test::FakeAuthorizer> m_authorizer;
    std::unique_ptr<AuthorizerGate> m_gate;
    QList<AuthorizerVerdict> m_verdicts;
};

void TestAuthorizerGate::init()
{
    m_record = std::make_shared<Test::FakeAuthorizer::Record>();
    m_authorizer = std::make_unique<Test::FakeAuthorizer>(m_record);
    m_gate = std::make_unique<AuthorizerGate>(m_clock);
    m_verdicts.clear();
}

void TestAuthorizerGate::cleanup()
{
    m_gate.reset();
    QCOMPARE(m_clock.pendingAlarms(), std::size_t(0));
}

void TestAuthorizerGate::ask(const QString &query)
{
    ProxyEvent event;
    event.stage = QStringLiteral("prod");
    event.query = query;
    const QList<IdentitySource> sources{
        *IdentitySource::parse(QStringLiteral("route.request.querystring.token")),
        *IdentitySource::parse(QStringLiteral("route.request.querystring.room"))};
    m_gate->ask(*m_authorizer, sources, event,
                [this](const AuthorizerVerdict &verdict) { m_verdicts.append(verdict); });
}

void TestAuthorizerGate::theAuthorizerIsAskedAboutTheRequest()
{
    ask(QStringLiteral("token=a&room=b"));
    QCOMPARE(m_record->calls.size(), 1);
    QCOMPARE(m_record->calls.at(0).event.methodArn,
             QStringLiteral("arn:aws:execute-api:us-east-1:123456789012:greenroom1/prod/$connect"));
    QCOMPARE(m_record->calls.at(0).event.request.query, QStringLiteral("token=a&room=b"));
    QVERIFY(m_verdicts.isEmpty());
}

void TestAuthorizerGate::anEmptySourceIsUnauthorizedUnasked_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("all are missing") << "";
    QTest::newRow("the first is missing") << "room=b";
    QTest::newRow("the second is missing") << "token=a";
    QTest::newRow("the second is empty") << "token=a&room=";
}

void TestAuthorizerGate::anEmptySourceIsUnauthorizedUnasked()
{
    QFETCH(const QString, query);
    ask(query);
    QCOMPARE(m_verdicts.size(), 1);
    QCOMPARE(m_verdicts.at(0).outcome, Outcome::Unauthorized);
    QVERIFY(m_record->calls.isEmpty());
}

void TestAuthorizerGate::theAnswerDecides_data()
{
    const auto error = [](const char *reason) -> AuthorizerResult {
        return tl::unexpected(AuthorizerFailure{QString::fromUtf8(reason)});
    };
    QTest::addColumn<AuthorizerResult>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("a policy that allows")
        << AuthorizerResult(Test::FakeAuthorizer::policy("Allow")) << Outcome::Allowed;
    QTest::newRow("a policy that denies")
        << AuthorizerResult(Test::FakeAuthorizer::policy("Deny")) << Outcome::Denied;
    QTest::newRow("a policy for something else")
        << AuthorizerResult(Test::FakeAuthorizer::policy("Allow").replace(R"("*")", R"("*/dev/$connect")"))
        << Outcome::Denied;
    QTest::newRow("no policy") << AuthorizerResult(R"({"statusCode":401})") << Outcome::Failed;
    QTest::newRow("no JSON") << AuthorizerResult("Unauthorized") << Outcome::Failed;
    QTest::newRow("the error Unauthorized") << error("Unauthorized") << Outcome::Unauthorized;
    QTest::newRow("that error with more to it") << error("Unauthorized: no token") << Outcome::Failed;
    QTest::newRow("that error in small letters") << error("unauthorized") << Outcome::Failed;
    QTest::newRow("another error") << error("boom") << Outcome::Failed;
}

void TestAuthorizerGate::theAnswerDecides()
{
    QFETCH(const AuthorizerResult, answer);
    ask(QStringLiteral("token=a&room=b"));
    m_record->calls.at(0).reply(answer);
    QCOMPARE(m_verdicts.size(), 1);
    QTEST(m_verdicts.at(0).outcome, "outcome");
    const bool isAllowed = m_verdicts.at(0).outcome == Outcome::Allowed;
    QCOMPARE(m_verdicts.at(0).context.value(QStringLiteral("principalId")),
             isAllowed ? QStringLiteral("ana") : QString());
}

void TestAuthorizerGate::anExceptionIsAFailure_data()
{
    QTest::addColumn<QByteArray>("thrown");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("any") << QByteArray("boom") << Outcome::Failed;
    QTest::newRow("the one that says so") << QByteArray("Unauthorized") << Outcome::Unauthorized;
}

void TestAuthorizerGate::anExceptionIsAFailure()
{
    QFETCH(const QByteArray, thrown);
    m_record->thrown = thrown.toStdString();
    ask(QStringLiteral("token=a&room=b"));
    QCOMPARE(m_verdicts.size(), 1);
    QTEST(m_verdicts.at(0).outcome, "outcome");
}

void TestAuthorizerGate::aSlowAuthorizerHasFailed()
{
    ask(QStringLiteral("token=a&room=b"));
    m_clock.advance(Quotas::integrationTimeout - 1ms);
    QVERIFY(m_verdicts.isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_verdicts.size(), 1);
    QCOMPARE(m_verdicts.at(0).outcome, Outcome::Failed);
    m_record->calls.at(0).reply(Test::FakeAuthorizer::policy("Allow"));
    QCOMPARE(m_verdicts.size(), 1);
}

void TestAuthorizerGate::aSecondReplyIsIgnored()
{
    ask(QStringLiteral("token=a&room=b"));
    m_record->calls.at(0).reply(Test::FakeAuthorizer::policy("Deny"));
    m_record->calls.at(0).reply(Test::FakeAuthorizer::policy("Allow"));
    QCOMPARE(m_verdicts.size(), 1);
}

void TestAuthorizerGate::nothingIsKeptForTheNextTime()
{
    ask(QStringLiteral("token=a&room=b"));
    ask(QStringLiteral("token=a&room=b"));
    QCOMPARE(m_record->calls.size(), 2);
    m_record->calls.at(1).reply(Test::FakeAuthorizer::policy("Deny"));
    m_record->calls.at(0).reply(Test::FakeAuthorizer::policy("Allow"));
    QCOMPARE(m_verdicts.at(0).outcome, Outcome::Denied);
    QCOMPARE(m_verdicts.at(1).outcome, Outcome::Allowed);
}

void TestAuthorizerGate::aReplyToADestroyedGateIsIgnored()
{
    ask(QStringLiteral("token=a&room=b"));
    m_gate.reset();
    m_record->calls.at(0).reply(Test::FakeAuthorizer::policy("Allow"));
    QVERIFY(m_verdicts.isEmpty());
}

QTEST_APPLESS_MAIN(TestAuthorizerGate)
#include "tst_authorizergate.moc"

// SPDX-License-Identifier: MIT
#include "authorizers/MockAuthorizer.h"

#include "authorizers/AuthorizerPolicy.h"
#include "authorizers/MethodArn.h"

#include <QTest>

using namespace Greenroom;
using Answer = MockAuthorizer::Answer;

class TestMockAuthorizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowAndDenyArePoliciesForTheIdentity_data();
    void allowAndDenyArePoliciesForTheIdentity();
    void resultsAreReturnedAsTheyAre();
    void errorsAreFailures();
    void everybodyElseIsAnsweredOtherwise();

private:
    AuthorizerResult ask(const QString &identity) const;
};

AuthorizerResult TestMockAuthorizer::ask(const QString &identity) const
{
    MockAuthorizer authorizer(*IdentitySource::parse(QStringLiteral("stageVariables.who")),
                              {{{QStringLiteral("ana"), {Answer::Kind::Allow}},
                                {QStringLiteral("ben"), {Answer::Kind::Deny}},
                                {QStringLiteral("eve"), {Answer::Kind::Result, QStringLiteral("{}")}},
                                {QStringLiteral("broken"), {Answer::Kind::Error, QStringLiteral("boom")}}}});
    AuthorizerEvent event;
    event.methodArn = MethodArn::ofConnect(QStringLiteral("dev"));
    event.request.stageVariables.insert(QStringLiteral("who"), identity);
    AuthorizerResult answer;
    authorizer.authorize(event, [&answer](const AuthorizerResult &result) { answer = result; });
    return answer;
}

void TestMockAuthorizer::allowAndDenyArePoliciesForTheIdentity_data()
{
    QTest::addColumn<QString>("identity");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("allow") << "ana" << true;
    QTest::newRow("deny") << "ben" << false;
}

void TestMockAuthorizer::allowAndDenyArePoliciesForTheIdentity()
{
    QFETCH(const QString, identity);
    const auto answer = ask(identity);
    QVERIFY(answer.has_value());
    const auto policy = AuthorizerPolicy::parse(*answer);
    QVERIFY2(policy.has_value(), answer->constData());
    QTEST(policy->allows(MethodArn::ofConnect(QStringLiteral("dev"))), "isAllowed");
    QVERIFY(!policy->allows(MethodArn::ofConnect(QStringLiteral("prod"))));
    QCOMPARE(policy->context().value(QStringLiteral("principalId")), identity);
}

void TestMockAuthorizer::resultsAreReturnedAsTheyAre()
{
    QCOMPARE(ask(QStringLiteral("eve")), AuthorizerResult("{}"));
}

void TestMockAuthorizer::errorsAreFailures()
{
    const auto answer = ask(QStringLiteral("broken"));
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().reason, QStringLiteral("boom"));
}

void TestMockAuthorizer::everybodyElseIsAnsweredOtherwise()
{
    const auto answer = ask(QStringLiteral("Ana"));
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().reason, QStringLiteral("Unauthorized"));
}

QTEST_APPLESS_MAIN(TestMockAuthorizer)
#include "tst_mockauthorizer.moc"

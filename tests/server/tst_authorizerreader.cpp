// SPDX-License-Identifier: MIT
#include "config/AuthorizerReader.h"

#include "config/StageFile.h"

#include <QTest>

using namespace Greenroom;
using Kind = MockAuthorizer::Answer::Kind;

namespace {

/// A stage with this `authorizer`, as --config reads it.
StageFile::Stages stageWith(const QByteArray &authorizer)
{
    return StageFile::parse(R"({"stages":[{"name":"a","backend":"all","authorizer":)" + authorizer + "}]}");
}

} // namespace

/// The member `authorizer` of a stage in the file of --config.
class TestAuthorizerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreRead();
    void whatIsNotSaidIsUnauthorized();
    void identitySourcesAreRead_data();
    void identitySourcesAreRead();
    void aStageNeedsNone();
    void mistakesAreNamedWithTheirPaths_data();
    void mistakesAreNamedWithTheirPaths();
};

void TestAuthorizerReader::answersAreRead()
{
    const auto stages = stageWith(R"({"identitySource":["route.request.header.Auth"],"mock":{
        "answers":{"ana":"allow","ben":"deny","broken":{"error":"boom"},
                   "eve":{"principalId":"e","policyDocument":{"Statement":[]}}},
        "otherwise":"deny"}})");
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
    const auto &answers = std::get<MockAuthorizer::Answers>(stages->at(0).authorizer->kind);
    QCOMPARE(answers.byIdentity.size(), 4);
    QCOMPARE(answers.byIdentity.value(QStringLiteral("ana")).kind, Kind::Allow);
    QCOMPARE(answers.byIdentity.value(QStringLiteral("ben")).kind, Kind::Deny);
    QCOMPARE(answers.byIdentity.value(QStringLiteral("broken")).kind, Kind::Error);
    QCOMPARE(answers.byIdentity.value(QStringLiteral("broken")).text, QStringLiteral("boom"));
    QCOMPARE(answers.byIdentity.value(QStringLiteral("eve")).kind, Kind::Result);
    QCOMPARE(answers.byIdentity.value(QStringLiteral("eve")).text,
             QStringLiteral(R"({"policyDocument":{"Statement":[]},"principalId":"e"})"));
    QCOMPARE(answers.otherwise.kind, Kind::Deny);
}

void TestAuthorizerReader::whatIsNotSaidIsUnauthorized()
{
    const auto stages = stageWith(R"({"identitySource":"route.request.header.Auth","mock":{"answers":{}}})");
    QVERIFY(stages.has_value());
    const auto &answers = std::get<MockAuthorizer::Answers>(stages->at(0).authorizer->kind);
    QCOMPARE(answers.otherwise.kind, Kind::Error);
    QCOMPARE(answers.otherwise.text, QStringLiteral("Unauthorized"));
}

void TestAuthorizerReader::identitySourcesAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("one text") << QByteArray(R"("route.request.querystring.a")")
                              << QStringList{QStringLiteral("1")};
    QTest::newRow("a text with commas")
        << QByteArray(R"("route.request.querystring.a, route.request.querystring.b")")
        << QStringList{QStringLiteral("1"), QStringLiteral("2")};
    QTest::newRow("a list") << QByteArray(R"(["route.request.querystring.b","stageVariables.c"])")
                            << QStringList{QStringLiteral("2"), QStringLiteral("3")};
}

void TestAuthorizerReader::identitySourcesAreRead()
{
    QFETCH(const QByteArray, json);
    const auto stages = stageWith(R"({"mock":{"answers":{}},"identitySource":)" + json + '}');
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
    ProxyEvent event;
    event.query = QStringLiteral("a=1&b=2");
    event.stageVariables.insert(QStringLiteral("c"), QStringLiteral("3"));
    QStringList values;
    for (const IdentitySource &source : stages->at(0).authorizer->identitySources)
        values.append(source.value(event));
    QTEST(values, "values");
}

void TestAuthorizerReader::aStageNeedsNone()
{
    const auto stages = StageFile::parse(R"({"stages":[{"name":"a","backend":"all"}]})");
    QVERIFY(stages.has_value());
    QVERIFY(!stages->at(0).authorizer.has_value());
}

void TestAuthorizerReader::mistakesAreNamedWithTheirPaths_data()
{
    QTest::addColumn<QByteArray>("authorizer");
    QTest::addColumn<QString>("beginning");
    const auto row = [](const char *name, const QByteArray &authorizer, const char *beginning) {
        QTest::newRow(name) << authorizer
                            << QStringLiteral("$.stages[0].authorizer") + QString::fromUtf8(beginning);
    };
    const auto sources = [&row](const char *name, const QByteArray &json, const char *beginning) {
        row(name, R"({"mock":{"answers":{}},"identitySource":)" + json + '}', beginning);
    };
    const auto mock = [&row](const char *name, const QByteArray &json, const char *beginning) {
        row(name, R"({"identitySource":"stageVariables.a","mock":)" + json + '}', beginning);
    };
    const auto answer = [&mock](const char *name, const QByteArray &json, const char *beginning) {
        mock(name, R"({"answers":{"ana":)" + json + "}}", beginning);
    };
    row("an authorizer that is a text", R"("mock")", R"(: Expected an object, found "mock".)");
    row("an unknown kind", R"({"identitySource":"stageVariables.a","mock":{"answers":{}},"iam":{}})",
        ".iam: Expected nothing of this name, but only identitySource, mock, jwt.");
    row("no kind", R"({"identitySource":"stageVariables.a"})", ": Expected either “mock” or “jwt”.");
    row("no sources", R"({"mock":{"answers":{}}})", ".identitySource: Expected a list, found nothing.");
    sources("an empty list of sources", "[]", ".identitySource: Expected at least one identity source.");
    sources("a source that is a number", R"(["stageVariables.a",7])",
            ".identitySource[1]: Expected a text, found 7.");
    sources("a source of HTTP APIs", R"(["$request.header.Auth"])",
            ".identitySource[0]: Expected an identity source such as route.request.querystring.token, but "
            "“$request.header.Auth” is none.");
    sources("a comma at the end", R"("stageVariables.a,")", ".identitySource: Expected an identity source");
    mock("a mock that is a list", "[]", ".mock: Expected an object, found [].");
    mock("no answers", "{}", ".mock.answers: Expected an object, found nothing.");
    mock("an unknown member", R"({"answers":{},"default":"deny"})",
         ".mock.default: Expected nothing of this name, but only answers, otherwise.");
    mock("an answer for nobody", R"({"answers":{"":"deny"}})",
         ".mock.answers['']: Expected a text that is not empty");
    mock(
        "another short form", R"({"answers":{},"otherwise":"Allow"})",
        R"(.mock.otherwise: Expected "allow", "deny", an error or what an authorizer returns; found "Allow".)");
    answer("an answer that is true", "true", R"(.mock.answers.ana: Expected "allow", "deny", an error)");
    answer("an error that is a number", R"({"error":500})",
           ".mock.answers.ana.error: Expected a text, found 500.");
    answer("an error beside a result", R"({"error":"a","principalId":"b"})",
           ".mock.answers.ana.principalId: Expected nothing of this name, but only error.");
    answer("a result without a policy", R"({"principalId":"a"})",
           ".mock.answers.ana.policyDocument: Expected an object, found nothing.");
    answer(
        "an effect in small letters",
        R"({"principalId":"a","policyDocument":{"Statement":{"Effect":"deny","Action":"*","Resource":"*"}}})",
        R"(.mock.answers.ana.policyDocument.Statement.Effect: Expected Allow or Deny, found "deny".)");
}

void TestAuthorizerReader::mistakesAreNamedWithTheirPaths()
{
    QFETCH(const QByteArray, authorizer);
    QFETCH(const QString, beginning);
    const auto stages = stageWith(authorizer);
    QVERIFY(!stages.has_value());
    QCOMPARE(stages.error().size(), 1);
    QVERIFY2(stages.error().at(0).startsWith(beginning), qPrintable(stages.error().at(0)));
}

QTEST_APPLESS_MAIN(TestAuthorizerReader)
#include "tst_authorizerreader.moc"

// SPDX-License-Identifier: MIT
#include "authorizers/AuthorizerPolicy.h"

#include "authorizers/MethodArn.h"
#include "common/JsonChecker.h"

#include <QJsonDocument>
#include <QTest>

using namespace Greenroom;

namespace {

/// What an authorizer returns with these statements.
QByteArray withStatements(const QByteArray &statements)
{
    return R"({"principalId":"ana","policyDocument":{"Version":"2012-10-17","Statement":)" + statements
           + "}}";
}

QByteArray allowing(const QByteArray &action, const QByteArray &resource)
{
    return withStatements(R"([{"Effect":"Allow","Action":)" + action + R"(,"Resource":)" + resource + "}]");
}

} // namespace

class TestAuthorizerPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsDecide_data();
    void statementsDecide();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void tooMuchIsMalformed();
    void whatIsNoObjectIsMalformed_data();
    void whatIsNoObjectIsMalformed();
    void theContextIsTold();
    void pathsBeginWhereTheyAreTold();
};

void TestAuthorizerPolicy::statementsDecide_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *name, const QByteArray &json, bool isAllowed) {
        QTest::newRow(name) << json << isAllowed;
    };
    const QByteArray any = R"("*")";
    const QByteArray invoke = R"("execute-api:Invoke")";
    const QByteArray own = R"("arn:aws:execute-api:us-east-1:123456789012:greenroom1/dev/$connect")";
    row("the very action and resource", allowing(invoke, own), true);
    row("everything", allowing(any, any), true);
    row("every action of the service", allowing(R"("execute-api:*")", own), true);
    row("an action in another case of letters", allowing(R"("EXECUTE-API:invoke")", own), true);
    row("another action", allowing(R"("execute-api:ManageConnections")", own), false);
    row("another service", allowing(R"("s3:*")", own), false);
    row("one of several actions", allowing(R"(["s3:Get","execute-api:Invoke"])", own), true);
    row("no action", allowing("[]", own), false);
    row("any route of the stage",
        allowing(invoke, R"("arn:aws:execute-api:us-east-1:123456789012:greenroom1/dev/*")"), true);
    row("any region and account", allowing(invoke, R"("arn:aws:execute-api:*:*:*/dev/$connect")"), true);
    row("a question mark for one character",
        allowing(invoke, R"("arn:aws:execute-api:us-east-?:123456789012:greenroom1/d?v/$connect")"), true);
    row("a question mark too many", allowing(invoke, R"("*/dev?/$connect")"), false);
    row("stars that have to try again", allowing(invoke, R"("*n*n*/$con*ct")"), true);
    row("stars in vain", allowing(invoke, R"("*n*n*/$con*cd")"), false);
    row("stars at the end stand for nothing too", allowing(invoke, R"("*/$connect**")"), true);
    row("a method and a path, as HTTP APIs have them",
        allowing(invoke, R"("arn:aws:execute-api:us-east-1:123456789012:greenroom1/dev/*/*")"), false);
    row("another stage",
        allowing(invoke, R"("arn:aws:execute-api:us-east-1:123456789012:greenroom1/prod/$connect")"), false);
    row("a stage in another case of letters", allowing(invoke, R"("*/Dev/$connect")"), false);
    row("a resource that goes on", allowing(invoke, R"("*/$connect/more")"), false);
    row("an empty resource", allowing(invoke, R"("")"), false);
    row("one of several resources", allowing(invoke, R"(["a","*/$connect"])"), true);
    row("no statement", withStatements("[]"), false);
    row("a statement without a list",
        withStatements(R"({"Sid":"one","Effect":"Allow","Action":"*","Resource":"*"})"), true);
    row("a denial wins, though it comes first",
        withStatements(R"([{"Effect":"Deny","Action":"*","Resource":"*"},
                           {"Effect":"Allow","Action":"*","Resource":"*"}])"),
        false);
    row("a denial wins, though it comes last",
        withStatements(R"([{"Effect":"Allow","Action":"*","Resource":"*"},
                           {"Effect":"Deny","Action":"*","Resource":"*/$connect"}])"),
        false);
    row("a denial of something else is none",
        withStatements(R"([{"Effect":"Deny","Action":"*","Resource":"*/other"},
                           {"Effect":"Allow","Action":"*","Resource":"*"}])"),
        true);
    row("the second statement allows",
        withStatements(R"([{"Effect":"Allow","Action":"*","Resource":"*/other"},
                           {"Effect":"Allow","Action":"*","Resource":"*/$connect"}])"),
        true);
}

void TestAuthorizerPolicy::statementsDecide()
{
    QFETCH(const QByteArray, json);
    const auto policy = AuthorizerPolicy::parse(json);
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().join(u'\n')));
    QTEST(policy->allows(MethodArn::ofConnect(QStringLiteral("dev"))), "isAllowed");
}

void TestAuthorizerPolicy::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("mistakes");
    const QByteArray policy = R"("policyDocument":{"Statement":[]})";
    const auto row = [](const char *name, const QByteArray &json, const QStringList &mistakes) {
        QTest::newRow(name) << json << mistakes;
    };
    const auto statement = [&row](const char *name, const QByteArray &json, const char *mistake) {
        row(name, withStatements('[' + json + ']'),
            {QStringLiteral("$.policyDocument.Statement[0]") + QString::fromUtf8(mistake)});
    };
    row("nothing in it", "{}",
        {QStringLiteral("$.principalId: Expected a text, found nothing."),
         QStringLiteral("$.policyDocument: Expected an object, found nothing.")});
    row("a principal that is a number", R"({"principalId":7,)" + policy + '}',
        {QStringLiteral("$.principalId: Expected a text, found 7.")});
    row("a simple response of HTTP APIs", R"({"isAuthorized":true,"principalId":"a",)" + policy + '}',
        {QStringLiteral("$.isAuthorized: Expected nothing of this name, but only principalId, "
                        "policyDocument, context, usageIdentifierKey.")});
    row("no statements", R"({"principalId":"a","policyDocument":{}})",
        {QStringLiteral("$.policyDocument.Statement: Expected a list, found nothing.")});
    row("a usage key that is none", R"({"principalId":"a","usageIdentifierKey":1,)" + policy + '}',
        {QStringLiteral("$.usageIdentifierKey: Expected a text, found 1.")});
    row("a context with lists in it",
        R"({"principalId":"a","context":{"a":[1],"b":{},"c":null,"d":1},)" + policy + '}',
        {QStringLiteral("$.context.a: Expected a text, a number, true or false; found [1]."),
         QStringLiteral("$.context.b: Expected a text, a number, true or false; found {}."),
         QStringLiteral("$.context.c: Expected a text, a number, true or false; found null.")});
    row("a context that is a text", R"({"principalId":"a","context":"b",)" + policy + '}',
        {QStringLiteral(R"($.context: Expected an object, found "b".)")});
    statement("a statement that is a text", R"("Allow")", R"(: Expected an object, found "Allow".)");
    statement("an effect in small letters", R"({"Effect":"allow","Action":"*","Resource":"*"})",
              R"(.Effect: Expected Allow or Deny, found "allow".)");
    statement("no action", R"({"Effect":"Allow","Resource":"*"})",
              ".Action: Expected a text or a list of texts, found nothing.");
    statement("a resource that is a number", R"({"Effect":"Allow","Action":"*","Resource":["*",1]})",
              ".Resource[1]: Expected a text, found 1.");
    statement("a condition, which nobody here could check",
              R"({"Effect":"Allow","Action":"*","Resource":"*","Condition":{}})",
              ".Condition: Expected nothing of this name, but only Sid, Effect, Action, Resource.");
}

void TestAuthorizerPolicy::mistakesAreNamed()
{
    QFETCH(const QByteArray, json);
    const auto policy = AuthorizerPolicy::parse(json);
    QVERIFY(!policy.has_value());
    QTEST(policy.error(), "mistakes");
}

void TestAuthorizerPolicy::tooMuchIsMalformed()
{
    const auto sized = [](qsizetype size) {
        const QByteArray rest = R"({"principalId":"","policyDocument":{"Statement":[]}})";
        return QByteArray(rest).replace(R"("")", '"' + QByteArray(size - rest.size(), 'x') + '"');
    };
    constexpr qsizetype most = 8192;
    QVERIFY(AuthorizerPolicy::parse(sized(most)).has_value());
    QVERIFY(!AuthorizerPolicy::parse(sized(most + 1)).has_value());
    JsonChecker checker;
    AuthorizerPolicy::read(checker, QStringLiteral("$"), QJsonDocument::fromJson(sized(most + 1)).object());
    QCOMPARE(checker.mistakes(), QStringList{QStringLiteral("$: Expected 8 KB at most.")});
}

void TestAuthorizerPolicy::whatIsNoObjectIsMalformed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a text") << QByteArray(R"("Allow")");
    QTest::newRow("a proxy response") << QByteArray(R"({"statusCode":401})");
}

void TestAuthorizerPolicy::whatIsNoObjectIsMalformed()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!AuthorizerPolicy::parse(json).has_value());
}

void TestAuthorizerPolicy::theContextIsTold()
{
    const auto policy = AuthorizerPolicy::parse(
        R"({"principalId":"ana","policyDocument":{"Statement":[]},"usageIdentifierKey":null,
            "context":{"text":"é","number":7,"broken":1.5,"yes":true,"no":false,"principalId":"eve"}})");
    QVERIFY(policy.has_value());
    const QMap<QString, QString> expected{
        {QStringLiteral("principalId"), QStringLiteral("ana")},
        {QStringLiteral("text"), QStringLiteral("é")},
        {QStringLiteral("number"), QStringLiteral("7")},
        {QStringLiteral("broken"), QStringLiteral("1.5")},
        {QStringLiteral("yes"), QStringLiteral("true")},
        {QStringLiteral("no"), QStringLiteral("false")},
    };
    QCOMPARE(policy->context(), expected);
}

void TestAuthorizerPolicy::pathsBeginWhereTheyAreTold()
{
    JsonChecker checker;
    AuthorizerPolicy::read(checker, QStringLiteral("$.answers.ana"),
                           QJsonDocument::fromJson(R"({"principalId":"ana"})").object());
    QCOMPARE(checker.mistakes(),
             QStringList{QStringLiteral("$.answers.ana.policyDocument: Expected an object, found nothing.")});
}

QTEST_APPLESS_MAIN(TestAuthorizerPolicy)
#include "tst_authorizerpolicy.moc"

// SPDX-License-Identifier: MIT
#include "gateway/RouteSelection.h"

#include "gateway/StagePath.h"

#include <QTest>

using namespace Greenroom;

class TestRouteSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routeIsSelected_data();
    void routeIsSelected();
    void withoutDefaultThereMayBeNone();
    void expressionsAreEvaluated_data();
    void expressionsAreEvaluated();
    void expressionsSelectRoutes_data();
    void expressionsSelectRoutes();
    void mistakesInExpressionsAreNamed_data();
    void mistakesInExpressionsAreNamed();
    void stageIsFoundInThePath_data();
    void stageIsFoundInThePath();
};

void TestRouteSelection::routeIsSelected_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("route");
    const auto row = [](const char *name, const char *body, const char *route) {
        QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(route);
    };
    row("an exact match", R"({"action":"sendmessage","message":"hi"})", "sendmessage");
    row("other members first", R"({"message":"hi", "action" : "sendmessage"})", "sendmessage");
    row("an action written with escapes", R"({"action":"send\u006dessage"})", "sendmessage");
    row("another case of letters", R"({"action":"sendMessage"})", "$default");
    row("a space too many", R"({"action":"sendmessage "})", "$default");
    row("an unknown action", R"({"action":"nothing"})", "$default");
    row("an empty action", R"({"action":""})", "$default");
    row("no action", R"({"message":"hi"})", "$default");
    row("an action further down", R"({"body":{"action":"sendmessage"}})", "$default");
    row("an action that is null", R"({"action":null})", "$default");
    row("an action that is an object", R"({"action":{"sendmessage":1}})", "$default");
    row("a number is compared as text", R"({"action":7})", "7");
    row("a fraction is compared as text", R"({"action":1.5})", "1.5");
    row("a boolean is compared as text", R"({"action":true})", "true");
    row("an array is compared as JSON", R"({"action":["a",1]})", R"(["a",1])");
    row("a number beyond a double", R"({"action":"sendmessage","n":1e400})", "sendmessage");
    // Seen on a deployed API.
    row("names without quotes", R"({"action":"sendmessage", body:"hello"})", "sendmessage");
    row("no JSON", "hello", "$default");
    row("nothing", "", "$default");
    row("broken JSON", R"({"action":"sendmessage")", "$default");
    row("JSON that is no object", R"(["sendmessage"])", "$default");
    row("JSON that is a text", R"("sendmessage")", "$default");
    row("a message can not play a connect", R"({"action":"$connect"})", "$default");
    row("a message can not play a disconnect", R"({"action":"$disconnect"})", "$default");
    row("a message can not name the default", R"({"action":"$default"})", "$default");
}

void TestRouteSelection::routeIsSelected()
{
    QFETCH(const QString, body);
    const QStringList routes{
        QStringLiteral("$connect"),    QStringLiteral("$disconnect"), QStringLiteral("$default"),
        QStringLiteral("sendmessage"), QStringLiteral("7"),           QStringLiteral("1.5"),
        QStringLiteral("true"),        QStringLiteral(R"(["a",1])"),  QStringLiteral("{\"sendmessage\":1}")};
    QTEST(RouteSelection::select({}, body, routes).value_or(QStringLiteral("none")), "route");
}

void TestRouteSelection::withoutDefaultThereMayBeNone()
{
    const QStringList routes{QStringLiteral("$connect"), QStringLiteral("sendMessage")};
    QVERIFY(!RouteSelection::select({}, QStringLiteral("hello"), routes));
    QVERIFY(!RouteSelection::select({}, QStringLiteral(R"({"action":"sendmessage"})"), routes));
    QVERIFY(!RouteSelection::select({}, QStringLiteral(R"({"action":"$connect"})"), routes));
    QCOMPARE(*RouteSelection::select({}, QStringLiteral(R"({"action":"sendMessage"})"), routes),
             QStringLiteral("sendMessage"));
}

void TestRouteSelection::expressionsAreEvaluated_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *expression, const char *body, const char *value) {
        QTest::newRow(name) << QString::fromUtf8(expression) << QString::fromUtf8(body)
                            << QString::fromUtf8(value);
    };
    const char *const nested = R"({"a":{"b":"x","c":7},"d":"y"})";
    row("a member", "$request.body.d", nested, "y");
    row("a member of a member", "$request.body.a.b", nested, "x");
    row("in braces", "${request.body.a.b}", nested, "x");
    row("several variables", "${request.body.d}/${request.body.a.b}", nested, "y/x");
    row("several variables without braces", "$request.body.d/$request.body.a.b", nested, "y/x");
    row("one after the other", "${request.body.d}${request.body.a.c}", nested, "y7");
    row("text around a variable", "to-${request.body.d}!", nested, "to-y!");
    row("static text", "sendmessage", nested, "sendmessage");
    row("an escaped dollar", R"(\$default)", nested, "$default");
    row("an escaped dollar before a variable", R"(\$${request.body.d})", nested, "$y");
    row("a backslash by itself", R"(a\b)", nested, R"(a\b)");
    row("a name with a dash and an underscore", "$request.body.my-a_b", R"({"my-a_b":"x"})", "x");
    row("a name with a space", "${request.body.my action}", R"({"my action":"x"})", "x");
    row("a number", "$request.body.n", R"({"n":7})", "7");
    row("a negative fraction", "$request.body.n", R"({"n":-1.5})", "-1.5");
    row("true", "$request.body.n", R"({"n":true})", "true");
    row("false", "$request.body.n", R"({"n":false})", "false");
    row("an array", "$request.body.n", R"({"n":[1, "a"]})", R"([1,"a"])");
    row("a missing member is empty", "$request.body.x", nested, "");
    row("a path through a text is empty", "$request.body.d.e", nested, "");
    row("a missing member among others is empty", "${request.body.x}/${request.body.d}", nested, "/y");
    row("an array has no members", "$request.body.d", R"(["d"])", "");
    row("null is nothing", "$request.body.n", R"({"n":null})", "(nothing)");
    row("an object is nothing", "$request.body.a", nested, "(nothing)");
    row("nothing among others is nothing", "${request.body.d}/${request.body.a}", nested, "(nothing)");
    row("no JSON is nothing", "$request.body.d", "hello", "(nothing)");
    row("no JSON is nothing to static text too", "sendmessage", "hello", "(nothing)");
}

void TestRouteSelection::expressionsAreEvaluated()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, body);
    const auto parsed = RouteSelectionExpression::parse(expression);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QTEST(parsed->evaluate(body).value_or(QStringLiteral("(nothing)")), "value");
}

void TestRouteSelection::expressionsSelectRoutes_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("route");
    const auto row = [](const char *name, const char *expression, const char *body, const char *route) {
        QTest::newRow(name) << QString::fromUtf8(expression) << QString::fromUtf8(body)
                            << QString::fromUtf8(route);
    };
    row("two variables", "${request.body.a}/${request.body.b}", R"({"a":"chat","b":"send"})", "chat/send");
    row("one of two is missing", "${request.body.a}/${request.body.b}", R"({"a":"chat"})", "chat/");
    row("no match", "${request.body.a}/${request.body.b}", R"({"a":"x","b":"send"})", "$default");
    row("static text", "send", "{}", "send");
    row("static text and no JSON", "send", "hello", "$default");
    row("everything to the default", R"(\$default)", R"({"action":"send"})", "$default");
    row("a reserved key can not be chosen", "$request.body.a", R"({"a":"$connect"})", "$default");
    row("nor written into the expression", R"(\$connect)", "{}", "$default");
    row("nor composed", R"(\$${request.body.a})", R"({"a":"disconnect"})", "$default");
}

void TestRouteSelection::expressionsSelectRoutes()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, body);
    const QStringList routes{QStringLiteral("$connect"), QStringLiteral("$disconnect"),
                             QStringLiteral("$default"), QStringLiteral("chat/send"),
                             QStringLiteral("chat/"),    QStringLiteral("send")};
    QTEST(RouteSelection::select(*RouteSelectionExpression::parse(expression), body, routes)
              .value_or(QStringLiteral("none")),
          "route");
}

void TestRouteSelection::mistakesInExpressionsAreNamed_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << ""
                             << "empty";
    QTest::newRow("an unknown variable") << "$request.header.action"
                                         << "$request.header.action";
    QTest::newRow("a route key that is not escaped") << "$default"
                                                     << "$default";
    QTest::newRow("the whole body") << "$request.body"
                                    << "$request.body";
    QTest::newRow("no name at the end") << "$request.body.a."
                                        << "$request.body.a.";
    QTest::newRow("an empty name between") << "${request.body.a..b}"
                                           << "$request.body.a..b";
    QTest::newRow("nothing in braces") << "a${}"
                                       << "“$”";
    QTest::newRow("a brace that is not closed") << "${request.body.a"
                                                << "\\$";
    QTest::newRow("a dollar by itself") << "a$ b"
                                        << "\\$";
}

void TestRouteSelection::mistakesInExpressionsAreNamed()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, named);
    const auto parsed = RouteSelectionExpression::parse(expression);
    QVERIFY(!parsed.has_value());
    QVERIFY2(parsed.error().message.contains(named), qPrintable(parsed.error().message));
}

void TestRouteSelection::stageIsFoundInThePath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("stage");
    QTest::newRow("a stage") << QByteArray("/dev") << "dev";
    QTest::newRow("a stage and a slash") << QByteArray("/dev/") << "dev";
    QTest::newRow("no stage") << QByteArray("/") << "";
    QTest::newRow("no path") << QByteArray() << "";
    QTest::newRow("two slashes") << QByteArray("//") << "";
    QTest::newRow("a slash before") << QByteArray("//dev") << "";
    QTest::newRow("a slash too many") << QByteArray("/dev//") << "";
    QTest::newRow("an extra path") << QByteArray("/dev/room") << "";
}

void TestRouteSelection::stageIsFoundInThePath()
{
    QFETCH(const QByteArray, path);
    QTEST(stageInPath(path), "stage");
}

QTEST_APPLESS_MAIN(TestRouteSelection)
#include "tst_routeselection.moc"

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
    QTEST(RouteSelection::select(body, routes).value_or(QStringLiteral("none")), "route");
}

void TestRouteSelection::withoutDefaultThereMayBeNone()
{
    const QStringList routes{QStringLiteral("$connect"), QStringLiteral("sendMessage")};
    QVERIFY(!RouteSelection::select(QStringLiteral("hello"), routes));
    QVERIFY(!RouteSelection::select(QStringLiteral(R"({"action":"sendmessage"})"), routes));
    QVERIFY(!RouteSelection::select(QStringLiteral(R"({"action":"$connect"})"), routes));
    QCOMPARE(*RouteSelection::select(QStringLiteral(R"({"action":"sendMessage"})"), routes),
             QStringLiteral("sendMessage"));
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

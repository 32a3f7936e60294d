// SPDX-License-Identifier: MIT
#include "config/StageFile.h"

#include "config/DefaultStages.h"
#include "integrations/BuiltIns.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Greenroom;

namespace {

QString inSources(const char *path)
{
    return QStringLiteral(QT_TESTCASE_SOURCEDIR "/../../") + QString::fromUtf8(path);
}

/// The members on the way to one value of the schema.
QJsonValue inSchema(const QString &way)
{
    QFile file(inSources("server/config/stages.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonValue value = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList names = way.split(u'/');
    for (const QString &name : names)
        value = value.toObject().value(name);
    return value;
}

} // namespace

class TestStageFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackendIsReadAsItsRoutes();
    void routesAreReadOneByOne();
    void theRestOfAStageIsRead();
    void mistakesAreNamedWithTheirPaths_data();
    void mistakesAreNamedWithTheirPaths();
    void everyMistakeIsReportedAtOnce();
    void brokenJsonIsReportedWithItsLine();
    void mistakesInAFileNameTheFile();
    void examplesAreRead_data();
    void examplesAreRead();
    void theSchemaKnowsTheSameNames_data();
    void theSchemaKnowsTheSameNames();
};

void TestStageFile::aBackendIsReadAsItsRoutes()
{
    const auto stages =
        StageFile::parse(R"({"stages":[{"name":"a","backend":"direct"},{"name":"b","backend":"all"}]})");
    QVERIFY(stages.has_value());
    QCOMPARE(stages->size(), 2);
    QCOMPARE(stages->at(0).name, QStringLiteral("a"));
    QCOMPARE(stages->at(0).routes.size(), 2);
    QCOMPARE(stages->at(0).routes.at(0).routeKey, QStringLiteral("$connect"));
    QCOMPARE(stages->at(0).routes.at(0).handler, QStringLiteral("direct.$connect"));
    QCOMPARE(stages->at(0).routes.at(1).handler, QStringLiteral("direct.sendMessage"));
    QCOMPARE(stages->at(0).routes.at(1).response, RouteConfig::Response::None);
    QCOMPARE(stages->at(1).name, QStringLiteral("b"));
    QCOMPARE(stages->at(1).routes.size(), 5);
}

void TestStageFile::routesAreReadOneByOne()
{
    const auto stages = StageFile::parse(R"({"stages":[{"name":"a","routes":{
        "$connect": {"handler":"direct.$connect", "routeResponse":false},
        "say": {"handler":"history.sendmessage", "routeResponse":true},
        "$default": {"handler":"mock", "mockResponse":{"body":"no status"}}}}]})");
    QVERIFY(stages.has_value());
    QMap<QString, RouteConfig> routes;
    for (const auto &route : stages->at(0).routes)
        routes.insert(route.routeKey, route);
    QCOMPARE(routes.size(), 3);
    QCOMPARE(routes.value(QStringLiteral("say")).handler, QStringLiteral("history.sendmessage"));
    QCOMPARE(routes.value(QStringLiteral("say")).response, RouteConfig::Response::Body);
    QCOMPARE(routes.value(QStringLiteral("$connect")).response, RouteConfig::Response::None);
    QCOMPARE(routes.value(QStringLiteral("$default")).response, RouteConfig::Response::None);
    QCOMPARE(routes.value(QStringLiteral("$default")).mockResponse, QByteArray(R"({"body":"no status"})"));
    QCOMPARE(routes.value(QStringLiteral("say")).mockResponse, QByteArray());
}

void TestStageFile::theRestOfAStageIsRead()
{
    const auto stages = StageFile::parse(R"({"$schema":"x","stages":[{"name":"a","backend":"history",
        "routeSelectionExpression":"${request.body.a}/x", "stageVariables":{"one":"1","url":"http://a.b/?c=d"}}]})");
    QVERIFY(stages.has_value());
    QCOMPARE(stages->at(0).routeSelection.evaluate(QStringLiteral(R"({"a":"b"})")), QStringLiteral("b/x"));
    const QMap<QString, QString> variables{{QStringLiteral("one"), QStringLiteral("1")},
                                           {QStringLiteral("url"), QStringLiteral("http://a.b/?c=d")}};
    QCOMPARE(stages->at(0).stageVariables, variables);
}

void TestStageFile::mistakesAreNamedWithTheirPaths_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("beginning");
    const auto file = [](const char *name, const char *json, const char *beginning) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(beginning);
    };
    const auto stage = [](const char *name, const char *members, const char *beginning) {
        QTest::newRow(name)
            << QStringLiteral(R"({"stages":[{"name":"a",%1}]})").arg(QString::fromUtf8(members))
            << QString::fromUtf8(beginning);
    };
    file("a list", "[]", "$: Expected an object, found [].");
    file("nothing", "{}", "$.stages: Expected a list, found nothing.");
    file("stages that are no list", R"({"stages":{}})", "$.stages: Expected a list, found {}.");
    file("no stages", R"({"stages":[]})", "$.stages: Expected at least one stage.");
    file("an unknown member", R"({"stages":[{"name":"a","backend":"all"}],"my port":1})",
         "$['my port']: Expected nothing of this name, but only $schema, stages.");
    file("a stage that is a text", R"({"stages":["dev"]})",
         R"($.stages[0]: Expected an object, found "dev".)");
    file("no name", R"({"stages":[{"backend":"all"}]})", "$.stages[0].name: Expected a text, found nothing.");
    file("a name with a slash", R"({"stages":[{"name":"a/b","backend":"all"}]})",
         "$.stages[0].name: Expected 1 to 128 letters");
    file("an empty name", R"({"stages":[{"name":"","backend":"all"}]})",
         "$.stages[0].name: Expected 1 to 128 letters");
    file("a name with a line end", R"({"stages":[{"name":"a\n","backend":"all"}]})",
         "$.stages[0].name: Expected 1 to 128 letters");
    file("a name used twice", R"({"stages":[{"name":"a","backend":"all"},{"name":"a","backend":"all"}]})",
         R"($.stages[1].name: Expected a name that no other stage has, found "a".)");
    stage("neither backend nor routes", R"("stageVariables":{})",
          "$.stages[0]: Expected either “backend” or “routes”.");
    stage("both backend and routes", R"("backend":"all","routes":{})",
          "$.stages[0]: Expected either “backend” or “routes”.");
    stage("an unknown backend", R"("backend":"chat")",
          R"($.stages[0].backend: Expected one of history, direct, broadcast, tutorial, all; found "chat".)");
    stage("a backend that is no text", R"("backend":1)", "$.stages[0].backend: Expected a text, found 1.");
    stage("an unknown member of a stage", R"("backend":"all","quota":1)",
          "$.stages[0].quota: Expected nothing");
    stage("routes that are a list", R"("routes":[])", "$.stages[0].routes: Expected an object, found [].");
    stage("a route that is a text", R"("routes":{"a":"mock"})",
          R"($.stages[0].routes.a: Expected an object, found "mock".)");
    stage("a route without a handler", R"("routes":{"a":{}})",
          "$.stages[0].routes.a.handler: Expected a text, found nothing.");
    stage("an unknown handler", R"("routes":{"a":{"handler":"x"}})",
          "$.stages[0].routes.a.handler: Expected one of history.$default, ");
    stage("a lifecycle handler on a message", R"("routes":{"a":{"handler":"history.$connect"}})",
          "$.stages[0].routes.a.handler: Expected one of ");
    stage("a message handler on $connect", R"("routes":{"$connect":{"handler":"history.sendmessage"}})",
          "$.stages[0].routes['$connect'].handler: Expected one of history.$connect, direct.$connect, ");
    stage("an unknown reserved key", R"("routes":{"$disconect":{"handler":"mock"}})",
          "$.stages[0].routes['$disconect']: Expected $connect, $disconnect, $default or ");
    stage("an empty route key", R"("routes":{"":{"handler":"mock"}})", "$.stages[0].routes['']: Expected ");
    stage("a route response that is no boolean", R"("routes":{"a":{"handler":"mock","routeResponse":1}})",
          "$.stages[0].routes.a.routeResponse: Expected true or false, found 1.");
    stage("a route response on $connect", R"("routes":{"$connect":{"handler":"mock","routeResponse":true}})",
          "$.stages[0].routes['$connect'].routeResponse: Expected false");
    stage("an unknown member of a route", R"("routes":{"a":{"handler":"mock","twoWay":true}})",
          "$.stages[0].routes.a.twoWay: Expected nothing of this name, but only handler, routeResponse,");
    stage("a request model that is no schema",
          R"("routes":{"a":{"handler":"mock","requestModel":{"type":1}}})",
          "$.stages[0].routes.a.requestModel: Expected a JSON Schema, but: ");
    stage("a request model that is no object", R"("routes":{"a":{"handler":"mock","requestModel":1}})",
          "$.stages[0].routes.a.requestModel: Expected an object, found 1.");
    stage("a request model on $connect", R"("routes":{"$connect":{"handler":"mock","requestModel":{}}})",
          "$.stages[0].routes['$connect'].requestModel: Expected nothing: this route takes no messages.");
    stage("a mock response of a chat", R"("routes":{"a":{"handler":"history.$default","mockResponse":{}}})",
          "$.stages[0].routes.a.mockResponse: Expected nothing here");
    stage("a mock response that is no object", R"("routes":{"a":{"handler":"mock","mockResponse":200}})",
          "$.stages[0].routes.a.mockResponse: Expected an object, found 200.");
    stage("an expression that is none", R"("backend":"all","routeSelectionExpression":"$request.header.a")",
          "$.stages[0].routeSelectionExpression: Expected a route selection expression such as "
          "$request.body.action, but “$request.header.a”");
    stage("an expression that is no text", R"("backend":"all","routeSelectionExpression":null)",
          "$.stages[0].routeSelectionExpression: Expected a text, found null.");
    stage("variables that are no object", R"("backend":"all","stageVariables":"x")",
          R"($.stages[0].stageVariables: Expected an object, found "x".)");
    stage("a variable that is no text", R"("backend":"all","stageVariables":{"a":1})",
          "$.stages[0].stageVariables.a: Expected a text, found 1.");
    stage("a variable's name with a dash", R"("backend":"all","stageVariables":{"a-b":"1"})",
          "$.stages[0].stageVariables['a-b']: Expected a name of letters");
    stage("a variable's value with a space", R"("backend":"all","stageVariables":{"a":"1 2"})",
          "$.stages[0].stageVariables.a: Expected letters from A to Z");
}

void TestStageFile::mistakesAreNamedWithTheirPaths()
{
    QFETCH(const QString, json);
    QFETCH(const QString, beginning);
    const auto stages = StageFile::parse(json.toUtf8());
    QVERIFY(!stages.has_value());
    QCOMPARE(stages.error().size(), 1);
    QVERIFY2(stages.error().at(0).startsWith(beginning), qPrintable(stages.error().at(0)));
}

void TestStageFile::everyMistakeIsReportedAtOnce()
{
    const auto stages = StageFile::parse(R"({"stages":[
        {"name":"a b", "backend":"chat", "routeSelectionExpression":"$x", "more":1},
        7,
        {"name":"c", "routes":{"a":{"handler":"no"}, "b":{"handler":"mock", "routeResponse":"yes"}}}]})");
    QVERIFY(!stages.has_value());
    QStringList paths;
    const QStringList &mistakes = stages.error();
    for (const QString &mistake : mistakes)
        paths.append(mistake.section(QStringLiteral(": "), 0, 0));
    QCOMPARE(paths,
             (QStringList{QStringLiteral("$.stages[0].more"), QStringLiteral("$.stages[0].name"),
                          QStringLiteral("$.stages[0].backend"),
                          QStringLiteral("$.stages[0].routeSelectionExpression"),
                          QStringLiteral("$.stages[1]"), QStringLiteral("$.stages[2].routes.a.handler"),
                          QStringLiteral("$.stages[2].routes.b.routeResponse")}));
}

void TestStageFile::brokenJsonIsReportedWithItsLine()
{
    const auto stages = StageFile::parse("{\n\"stages\": [\n{\"name\": dev}]}");
    QVERIFY(!stages.has_value());
    QVERIFY2(stages.error().at(0).startsWith(QStringLiteral("Expected JSON; line 3: ")),
             qPrintable(stages.error().at(0)));
    QVERIFY(!StageFile::parse("").has_value());
}

void TestStageFile::mistakesInAFileNameTheFile()
{
    const QString schema = inSources("server/config/stages.schema.json");
    const auto wrong = StageFile::read(schema);
    QVERIFY(!wrong.has_value());
    QVERIFY(wrong.error().at(0).startsWith(schema + QStringLiteral(": $[")));
    const QString path = inSources("no such file.json");
    const auto missing = StageFile::read(path);
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error().at(0).contains(path));
}

void TestStageFile::examplesAreRead_data()
{
    QTest::addColumn<QString>("file");
    const QStringList found =
        QDir(inSources("resources/examples")).entryList({QStringLiteral("*.json")}, QDir::Files);
    QVERIFY(found.size() >= BuiltIns::backendNames().size());
    for (const QString &file : found)
        QTest::newRow(qPrintable(file)) << inSources("resources/examples/") + file;
}

void TestStageFile::examplesAreRead()
{
    QFETCH(const QString, file);
    const auto stages = StageFile::read(file);
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
}

void TestStageFile::theSchemaKnowsTheSameNames_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("backends") << "$defs/stage/properties/backend/enum" << BuiltIns::backendNames();
    QTest::newRow("handlers of $connect")
        << "$defs/connectRoute/properties/handler/enum" << BuiltIns::handlersFor(QStringLiteral("$connect"));
    QTest::newRow("handlers of $disconnect") << "$defs/disconnectRoute/properties/handler/enum"
                                             << BuiltIns::handlersFor(QStringLiteral("$disconnect"));
    QTest::newRow("handlers of messages")
        << "$defs/messageRoute/properties/handler/enum" << BuiltIns::handlersFor(QStringLiteral("a"));
}

void TestStageFile::theSchemaKnowsTheSameNames()
{
    QFETCH(const QString, way);
    QFETCH(const QStringList, names);
    QCOMPARE(inSchema(way).toArray(), QJsonArray::fromStringList(names));
}

QTEST_APPLESS_MAIN(TestStageFile)
#include "tst_stagefile.moc"

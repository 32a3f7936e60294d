// SPDX-License-Identifier: MIT
#include "gateway/RequestModel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Greenroom;

namespace {

Result<RequestModel> model(const QByteArray &schema)
{
    return RequestModel::parse(QJsonDocument::fromJson(schema).object());
}

} // namespace

class TestRequestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreValidated_data();
    void bodiesAreValidated();
    void anEmptyModelWantsJson();
    void mistakesAreFoundWhereTheyAre();
    void whatIsNoSchemaIsRefused_data();
    void whatIsNoSchemaIsRefused();
};

void TestRequestModel::bodiesAreValidated_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isAdmitted");
    const auto row = [](const char *name, const char *body, bool isAdmitted) {
        QTest::newRow(name) << QString::fromUtf8(body) << isAdmitted;
    };
    row("as it should be", R"({"action":"send","message":"hi"})", true);
    row("with more than that", R"({"action":"send","message":"hi","n":1})", true);
    row("a member is missing", R"({"action":"send"})", false);
    row("a member of another type", R"({"message":7})", false);
    row("too short", R"({"message":""})", false);
    row("too long", R"({"message":"123456"})", false);
    row("another list than expected", R"({"message":"hi","to":["a",1]})", false);
    row("no object", R"(["hi"])", false);
    row("a text", R"("hi")", false);
    row("no JSON", "hi", false);
    row("nothing", "", false);
    row("two values", R"({"message":"hi"},{"message":"hi"})", false);
}

void TestRequestModel::bodiesAreValidated()
{
    QFETCH(const QString, body);
    const auto parsed = model(R"({"type":"object", "required":["message"], "properties":{
        "message":{"type":"string","minLength":1,"maxLength":5},
        "to":{"type":"array","items":{"type":"string"}}}})");
    QVERIFY(parsed.has_value());
    QTEST(parsed->admits(body), "isAdmitted");
}

void TestRequestModel::mistakesAreFoundWhereTheyAre()
{
    const auto parsed =
        model(R"({"properties":{"pattern":{"type":"string"},"b":{"items":[{},{"$ref":"#"}]}}})");
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().message, QStringLiteral("“properties.b.items.1.$ref” is not supported"));
}

void TestRequestModel::anEmptyModelWantsJson()
{
    const auto parsed = model("{}");
    QVERIFY(parsed.has_value());
    QVERIFY(parsed->admits(QStringLiteral("7")));
    QVERIFY(parsed->admits(QStringLiteral("{}")));
    QVERIFY(!parsed->admits(QStringLiteral("hello")));
}

void TestRequestModel::whatIsNoSchemaIsRefused_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("a type that is none") << QByteArray(R"({"type":"thing"})");
    QTest::newRow("properties that are none") << QByteArray(R"({"properties":7})");
    QTest::newRow("a length below zero") << QByteArray(R"({"maxLength":-1})");
    QTest::newRow("a pattern that is none") << QByteArray(R"({"pattern":7})");
    QTest::newRow("a pattern") << QByteArray(R"({"properties":{"a":{"pattern":"^a*$"}}})");
    QTest::newRow("a pattern within a list") << QByteArray(R"({"anyOf":[{"patternProperties":{}}]})");
    QTest::newRow("a circle") << QByteArray(R"({"anyOf":[{"$ref":"#"},{"type":"string"}]})");
    QTest::newRow("items that differ") << QByteArray(R"({"items":{"not":{"uniqueItems":true}}})");
    QTest::newRow("multiples") << QByteArray(R"({"additionalProperties":{"multipleOf":0.01}})");
    QTest::newRow("a word that is none") << QByteArray(R"({"typ":"string"})");
    QTest::newRow("another draft") << QByteArray(R"({"$schema":"http://json-schema.org/draft-07/schema#"})");
}

void TestRequestModel::whatIsNoSchemaIsRefused()
{
    QFETCH(const QByteArray, schema);
    const auto parsed = model(schema);
    QVERIFY(!parsed.has_value());
    QVERIFY(!parsed.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(TestRequestModel)
#include "tst_requestmodel.moc"

// SPDX-License-Identifier: MIT
#include "config/FaultConfig.h"

#include "config/FaultNames.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

FaultConfig::Plan parseRule(const QString &rule)
{
    return FaultConfig::parse(QStringLiteral(R"({"rules":[%1]})").arg(rule).toUtf8());
}

/// The rule of the schema for one place and kind.
QJsonObject inSchema(const QString &place, const QString &kind)
{
    QFile file(QStringLiteral(QT_TESTCASE_SOURCEDIR "/../../server/config/stages.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject definitions =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("$defs")).toObject();
    const QJsonArray kinds =
        definitions.value(QStringLiteral("faultRule")).toObject().value(QStringLiteral("oneOf")).toArray();
    for (const auto &entry : kinds) {
        QJsonObject properties = entry.toObject().value(QStringLiteral("properties")).toObject();
        const QJsonArray places =
            properties.value(QStringLiteral("at")).toObject().value(QStringLiteral("enum")).toArray();
        const QJsonArray names =
            properties.value(QStringLiteral("do")).toObject().value(QStringLiteral("enum")).toArray();
        if (places.contains(place) && names.contains(kind))
            return properties;
    }
    return {};
}

} // namespace

class TestFaultConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead();
    void defaultsAreRead();
    void mistakesAreNamedWithTheirPaths_data();
    void mistakesAreNamedWithTheirPaths();
    void everyMistakeIsReportedAtOnce();
    void brokenJsonIsReported();
    void whatIsWrittenIsRead();
    void theSchemaKnowsTheSame_data();
    void theSchemaKnowsTheSame();
};

void TestFaultConfig::everythingIsRead()
{
    const auto plan = FaultConfig::parse(R"({"seed":9007199254740991,"rules":[
        {"at":"connect","do":"refuse","status":503,"probability":0.25},
        {"at":"message","do":"close","code":4001,"reason":"enough","after":3,"times":2,"routeKey":"say",
         "connectionId":"eHrdFcnvvHcCE-w="},
        {"at":"post","do":"delay","milliseconds":[50,400]}]})");
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().join(u'\n')));
    QCOMPARE(plan->seed, quint64(9007199254740991));
    QCOMPARE(plan->rules.size(), 3);
    const FaultRule refuse = plan->rules.at(0);
    QCOMPARE(refuse.place, FaultRule::Place::Connect);
    QCOMPARE(refuse.kind, FaultRule::Kind::Refuse);
    QCOMPARE(refuse.status, 503);
    QCOMPARE(refuse.probability, 0.25);
    const FaultRule close = plan->rules.at(1);
    QCOMPARE(close.place, FaultRule::Place::Message);
    QCOMPARE(close.kind, FaultRule::Kind::Close);
    QCOMPARE(close.closeCode, 4001);
    QCOMPARE(close.closeReason, QStringLiteral("enough"));
    QCOMPARE(close.after, qint64(3));
    QVERIFY(close.times == 2);
    QCOMPARE(close.routeKey, QStringLiteral("say"));
    QCOMPARE(close.connectionId, QStringLiteral("eHrdFcnvvHcCE-w="));
    const FaultRule delay = plan->rules.at(2);
    QCOMPARE(delay.place, FaultRule::Place::Post);
    QVERIFY(delay.shortest == 50ms && delay.longest == 400ms);
}

void TestFaultConfig::defaultsAreRead()
{
    const auto plan = FaultConfig::parse(R"({"rules":[{"at":"message","do":"delay","milliseconds":7}]})");
    QVERIFY(plan.has_value());
    QCOMPARE(plan->seed, quint64(1));
    const FaultRule delay = plan->rules.at(0);
    QVERIFY(delay.shortest == 7ms && delay.longest == 7ms);
    QCOMPARE(delay.probability, 1.0);
    QCOMPARE(delay.after, qint64(0));
    QVERIFY(!delay.times);
    QVERIFY(delay.routeKey.isEmpty() && delay.connectionId.isEmpty());
    QVERIFY(FaultConfig::parse(R"({"rules":[]})")->rules.isEmpty());
}

void TestFaultConfig::mistakesAreNamedWithTheirPaths_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("beginning");
    const auto plan = [](const char *name, const char *json, const char *beginning) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(beginning);
    };
    const auto rule = [](const char *name, const char *members, const char *beginning) {
        QTest::newRow(name) << QStringLiteral(R"({"rules":[{%1}]})").arg(QString::fromUtf8(members))
                            << QStringLiteral("$.rules[0]") + QString::fromUtf8(beginning);
    };
    plan("a list", "[]", "$: Expected an object, found [].");
    plan("no rules", "{}", "$.rules: Expected a list, found nothing.");
    plan("an unknown member", R"({"rules":[],"fired":1})",
         "$.fired: Expected nothing of this name, but only seed, rules.");
    plan("a seed that is a text", R"({"rules":[],"seed":"7"})",
         R"($.seed: Expected a whole number from 0 to 9007199254740991, found "7".)");
    plan("a seed with a fraction", R"({"rules":[],"seed":1.5})", "$.seed: Expected a whole number");
    plan("a negative seed", R"({"rules":[],"seed":-1})", "$.seed: Expected a whole number");
    plan("a rule that is a text", R"({"rules":["drop"]})",
         R"($.rules[0]: Expected an object, found "drop".)");
    rule("no place", R"("do":"drop")", ".at: Expected one of connect, message, post; found nothing.");
    rule("an unknown place", R"("at":"disconnect","do":"drop")",
         R"(.at: Expected one of connect, message, post; found "disconnect".)");
    rule("no kind", R"("at":"post")",
         ".do: Expected one of delay, drop, close, throttle, gone; found nothing.");
    rule("a kind of another place", R"("at":"message","do":"refuse")",
         R"(.do: Expected one of delay, drop, close, fail, timeOut, throttle; found "refuse".)");
    rule("a delay without milliseconds", R"("at":"post","do":"delay")",
         ".milliseconds: Expected a whole number from 0 to 600000, or a list of two, the smaller one first; "
         "found nothing.");
    rule("a negative delay", R"("at":"post","do":"delay","milliseconds":-1)", ".milliseconds: Expected");
    rule("a delay that is too long", R"("at":"post","do":"delay","milliseconds":600001)",
         ".milliseconds: Expected");
    rule("a range the wrong way round", R"("at":"post","do":"delay","milliseconds":[2,1])",
         ".milliseconds: Expected");
    rule("a range of three", R"("at":"post","do":"delay","milliseconds":[1,2,3])", ".milliseconds: Expected");
    rule("no status", R"("at":"connect","do":"refuse")",
         ".status: Expected a whole number from 300 to 599, found nothing.");
    rule("a status that lets in", R"("at":"connect","do":"refuse","status":200)", ".status: Expected");
    rule("no close code", R"("at":"message","do":"close")",
         ".code: Expected a close code that may be sent, 1000 to 1003, 1007 to 1014 or 3000 to 4999; found "
         "nothing.");
    for (const char *code : {"999", "1004", "1005", "1006", "1015", "2999", "5000", "4000.5", "\"1000\""})
        QTest::addRow("the close code %s", code)
            << QStringLiteral(R"({"rules":[{"at":"post","do":"close","code":%1}]})").arg(QLatin1String(code))
            << "$.rules[0].code: Expected";
    rule("a reason that is a number", R"("at":"post","do":"close","code":1001,"reason":1)",
         ".reason: Expected a text, found 1.");
    QTest::newRow("a reason that is too long")
        << QStringLiteral(R"({"rules":[{"at":"post","do":"close","code":1001,"reason":"%1"}]})")
               .arg(QString(62, u'é'))
        << "$.rules[0].reason: Expected at most 123 bytes of UTF-8, found 124.";
    rule("a probability above 1", R"("at":"post","do":"drop","probability":1.1)",
         ".probability: Expected a number from 0 to 1, found 1.1.");
    rule("a negative number of events", R"("at":"post","do":"drop","after":-1)",
         ".after: Expected a whole number from 0 to");
    rule("half a time", R"("at":"post","do":"drop","times":0.5)",
         ".times: Expected a whole number from 0 to");
    rule("an empty route key", R"("at":"message","do":"drop","routeKey":"")",
         ".routeKey: Expected a text that is not empty.");
    rule("a route of a post", R"("at":"post","do":"drop","routeKey":"say")", ".routeKey: Expected nothing");
    rule("a connection id of a handshake", R"("at":"connect","do":"drop","connectionId":"eHrdFcnvvHcCE-w=")",
         ".connectionId: Expected nothing of this name, but only at, do, probability, after, times.");
    rule("a connection id that is none", R"("at":"post","do":"drop","connectionId":"ana")",
         R"(.connectionId: Expected a connection id such as eHrdFcnvvHcCE-w=, found "ana".)");
    rule("what another kind has", R"("at":"connect","do":"drop","status":503)", ".status: Expected nothing");
}

void TestFaultConfig::mistakesAreNamedWithTheirPaths()
{
    QFETCH(const QString, json);
    QFETCH(const QString, beginning);
    const auto plan = FaultConfig::parse(json.toUtf8());
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().size(), 1);
    QVERIFY2(plan.error().at(0).startsWith(beginning), qPrintable(plan.error().at(0)));
}

void TestFaultConfig::everyMistakeIsReportedAtOnce()
{
    const auto plan = FaultConfig::parse(R"({"seed":"x","rules":[
        {"at":"nowhere","do":"drop"}, {"at":"connect","do":"refuse","status":1,"after":-1,"more":0}]})");
    QVERIFY(!plan.has_value());
    QStringList paths;
    const QStringList &mistakes = plan.error();
    for (const QString &mistake : mistakes)
        paths.append(mistake.section(QStringLiteral(": "), 0, 0));
    QCOMPARE(paths, (QStringList{QStringLiteral("$.seed"), QStringLiteral("$.rules[0].at"),
                                 QStringLiteral("$.rules[1].more"), QStringLiteral("$.rules[1].status"),
                                 QStringLiteral("$.rules[1].after")}));
}

void TestFaultConfig::brokenJsonIsReported()
{
    const auto plan = FaultConfig::parse("{\n");
    QVERIFY(!plan.has_value());
    QVERIFY2(plan.error().at(0).startsWith(QStringLiteral("Expected JSON; line ")),
             qPrintable(plan.error().at(0)));
}

void TestFaultConfig::whatIsWrittenIsRead()
{
    const QStringList rules{
        QStringLiteral(R"({"at":"connect","do":"refuse","status":503,"probability":0.25})"),
        QStringLiteral(R"({"at":"message","do":"delay","milliseconds":5,"routeKey":"say"})"),
        QStringLiteral(R"({"at":"post","do":"delay","milliseconds":[5,6]})"),
        QStringLiteral(R"({"at":"post","do":"close","code":1001,"reason":"x","after":1,"times":0,
                           "connectionId":"eHrdFcnvvHcCE-w="})"),
        QStringLiteral(R"({"at":"message","do":"timeOut"})"),
    };
    for (const QString &rule : rules) {
        QJsonObject expected = QJsonDocument::fromJson(rule.toUtf8()).object();
        expected.insert(FaultNames::firedName, 3);
        const QJsonObject written = FaultConfig::toJson(parseRule(rule).value(), {3});
        QCOMPARE(written.value(FaultNames::seedName).toInt(), 1);
        QCOMPARE(written.value(FaultNames::rulesName).toArray(), QJsonArray{expected});
    }
}

void TestFaultConfig::theSchemaKnowsTheSame_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("kind");
    const QStringList places = FaultNames::placeNames();
    for (const QString &place : places) {
        const QStringList kinds = FaultNames::kindsAt(place);
        for (const QString &kind : kinds)
            QTest::addRow("%s at %s", qPrintable(kind), qPrintable(place)) << place << kind;
    }
}

void TestFaultConfig::theSchemaKnowsTheSame()
{
    QFETCH(const QString, place);
    QFETCH(const QString, kind);
    QStringList names = FaultNames::membersOf({FaultNames::placeOf(place), FaultNames::kindOf(kind)});
    names.sort();
    QCOMPARE(inSchema(place, kind).keys(), names);
}

QTEST_APPLESS_MAIN(TestFaultConfig)
#include "tst_faultconfig.moc"

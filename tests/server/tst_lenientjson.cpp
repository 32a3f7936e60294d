// SPDX-License-Identifier: MIT
#include "json/LenientJson.h"

#include <QTest>

using namespace Greenroom;

class TestLenientJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsRead_data();
    void jsonIsRead();
    void somethingElseIsRefused_data();
    void somethingElseIsRefused();
    void membersAreFound();
    void numbersStayAsTheyWereWritten();
    void nestingHasAnEnd();
};

void TestLenientJson::jsonIsRead_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const char *written, const char *read) {
        QTest::newRow(name) << QString::fromUtf8(written) << QString::fromUtf8(read);
    };
    row("an empty object", "{}", "{}");
    row("an empty array", " [ ] ", "[]");
    row("members in their order", R"({"b":1, "a" : [true,false,null]})", R"({"b":1,"a":[true,false,null]})");
    row("blanks of every kind", "{\n\t\"a\"\r: \"b c\" }", R"({"a":"b c"})");
    row("escapes", R"(["\"\\\/\b\f\n\r\t\u00e1\ud83c\udf89"])", R"(["\"\\/\b\f\n\r\tá🎉"])");
    row("objects in objects", R"({"a":{"b":{"c":[{}]}}})", R"({"a":{"b":{"c":[{}]}}})");
    row("an empty name", R"({"":1})", R"({"":1})");
    row("a name without quotes", R"({action:"send"})", R"({"action":"send"})");
    row("a text without quotes", R"({"action": send it , "b":1})", R"({"action":"send it","b":1})");
    row("single quotes", R"({'a':'it"s', "b":"it's"})", R"({"a":"it\"s","b":"it's"})");
    row("commas too many", R"({,"a":[1,,2,],})", R"({"a":[1,2]})");
    row("a value that is missing", R"({"a":,"b":1})", R"({"a":null,"b":1})");
    row("an unknown escape", R"(["\x"])", R"(["x"])");
    row("a code that is none", R"(["\u12"])", R"(["u12"])");
    row("a code with a sign", R"(["\u+012"])", R"(["u+012"])");
}

void TestLenientJson::jsonIsRead()
{
    QFETCH(const QString, written);
    const auto json = LenientJson::parse(written);
    QVERIFY(json.has_value());
    QTEST(json->toJson(), "read");
}

void TestLenientJson::somethingElseIsRefused_data()
{
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const char *written) {
        QTest::newRow(name) << QString::fromUtf8(written);
    };
    row("nothing", "");
    row("blanks", " \n");
    row("a word", "hello");
    row("a text", R"("hello")");
    row("a number", "7");
    row("an object without an end", R"({"a":"b")");
    row("a text without an end", R"({"a":"b)");
    row("a backslash at the end", R"({"a":"\)");
    row("an object that ends as an array", "{]");
    row("a name without a value", R"({"a"})");
    row("no name", "{:1}");
    row("two values", R"(["a" "b"])");
    row("something behind the end", "{} x");
    row("two objects", "{}{}");
}

void TestLenientJson::somethingElseIsRefused()
{
    QFETCH(const QString, written);
    QVERIFY(!LenientJson::parse(written));
}

void TestLenientJson::membersAreFound()
{
    const auto json = LenientJson::parse(u"{\"a\":1,\"b\":{\"c\":\"x\"},\"a\":2}");
    QVERIFY(json.has_value());
    QCOMPARE(json->member(u"a")->text(), QStringLiteral("2"));
    QCOMPARE(json->member(u"b")->member(u"c")->text(), QStringLiteral("x"));
    QVERIFY(json->member(u"c") == nullptr);
    QVERIFY(json->member(u"a")->member(u"c") == nullptr);
}

void TestLenientJson::numbersStayAsTheyWereWritten()
{
    const auto json = LenientJson::parse(u"[1.0,1e400,-0,123456789012345678901234567890]");
    QCOMPARE(json->toJson(), QStringLiteral("[1.0,1e400,-0,123456789012345678901234567890]"));
}

void TestLenientJson::nestingHasAnEnd()
{
    QVERIFY(LenientJson::parse(QString(200, u'[') + QString(200, u']')));
    QVERIFY(!LenientJson::parse(QString(100'000, u'[') + QString(100'000, u']')));
    QVERIFY(!LenientJson::parse(QString(100'000, u'[')));
}

QTEST_APPLESS_MAIN(TestLenientJson)
#include "tst_lenientjson.moc"

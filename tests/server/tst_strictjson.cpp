// SPDX-License-Identifier: MIT
#include "json/StrictJson.h"

#include <QTest>

using namespace Greenroom;

class TestStrictJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsRead_data();
    void jsonIsRead();
    void pythonReadsMore_data();
    void pythonReadsMore();
    void somethingElseIsRefused_data();
    void somethingElseIsRefused();
    void halvesOfCharactersAreRead();
    void pythonHasNoEndlessIntegers();
    void nestingHasAnEnd();
};

void TestStrictJson::jsonIsRead_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const char *written, const char *read) {
        QTest::newRow(name) << QString::fromUtf8(written) << QString::fromUtf8(read);
    };
    row("an object", "{}", "{}");
    row("an array", " [ ] ", "[]");
    row("a text", R"("hello")", R"("hello")");
    row("a constant", "\n true\t\r", "true");
    row("members in their order", R"({"b":1, "a" : [true,false,null]})", R"({"b":1,"a":[true,false,null]})");
    row("a member that comes twice", R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})");
    row("escapes", R"(["\"\\\/\b\f\n\r\t\u00e1\uD83c\udf89"])", R"(["\"\\/\b\f\n\r\tá🎉"])");
    row("integers", "[0,-0,10,-12,123456789012345678901234567890]",
        "[0,-0,10,-12,123456789012345678901234567890]");
    row("fractions and exponents", "[1.0,0.50,-1e400,1E+5,0e0,1.5e-7]", "[1.0,0.50,-1e400,1E+5,0e0,1.5e-7]");
    row("what browsers take for line ends", "[\"\u2028\"]", "[\"\u2028\"]");
    row("a byte order mark in a text", "[\"\ufeffhi\"]", "[\"\ufeffhi\"]");
    row("a DEL", "[\"\x7f\"]", "[\"\x7f\"]");
}

void TestStrictJson::jsonIsRead()
{
    QFETCH(const QString, written);
    QFETCH(const QString, read);
    for (const auto dialect : {StrictJson::Dialect::Python, StrictJson::Dialect::JavaScript}) {
        const auto json = StrictJson::parse(written, dialect);
        QVERIFY(json.has_value());
        QCOMPARE(json->toJson(), read);
    }
}

void TestStrictJson::pythonReadsMore_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written : {"NaN", "Infinity", "-Infinity", R"([{"a":NaN},-Infinity])"})
        QTest::newRow(written) << QString::fromUtf8(written);
}

void TestStrictJson::pythonReadsMore()
{
    QFETCH(const QString, written);
    const auto json = StrictJson::parse(written, StrictJson::Dialect::Python);
    QVERIFY(json.has_value());
    QCOMPARE(json->toJson(), written);
    QVERIFY(!StrictJson::parse(written, StrictJson::Dialect::JavaScript));
}

void TestStrictJson::somethingElseIsRefused_data()
{
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const char *written) {
        QTest::newRow(name) << QString::fromUtf8(written);
    };
    row("nothing", "");
    row("blanks", " \n");
    row("a word", "hello");
    // QString::fromUtf8() would drop it.
    QTest::newRow("a byte order mark first") << QStringLiteral("\ufeff{}");
    row("a blank that is none in JSON", "\u00a0{}");
    row("something behind the end", "{} x");
    row("an object without an end", R"({"a":"b")");
    row("an array without an end", "[1");
    row("an array that ends as an object", "[1}");
    row("a text without an end", R"({"a":"b)");
    row("a backslash at the end", R"({"a":"\)");
    row("a name without a value", R"({"a"})");
    row("a name without quotes", "{a:1}");
    row("single quotes", "['a']");
    row("a comma too many", "[1,]");
    row("a comma too many in an object", R"({"a":1,})");
    row("a comma first", "[,1]");
    row("two values", R"(["a" "b"])");
    row("a line end in a text", "[\"a\nb\"]");
    row("a tab in a text", "[\"a\tb\"]");
    row("a control character in a name", "{\"a\u0001\":1}");
    row("an unknown escape", R"(["\x41"])");
    row("an escaped apostrophe", R"(["\'"])");
    row("a code in capital letters", R"(["\U0041"])");
    row("a code that is too short", R"(["\u12"])");
    row("a code with a sign", R"(["\u+123"])");
    row("a number without digits", "[-]");
    row("a number with a plus", "[+1]");
    row("a number with a leading zero", "[01]");
    row("a number that begins with its point", "[.5]");
    row("a number that ends with its point", "[1.]");
    row("an exponent without digits", "[1e+]");
    row("a hexadecimal number", "[0x10]");
    row("a constant in capital letters", "[True]");
    row("a constant that goes on", "[nullx]");
    row("a comment", "[1/**/]");
}

void TestStrictJson::somethingElseIsRefused()
{
    QFETCH(const QString, written);
    QVERIFY(!StrictJson::parse(written, StrictJson::Dialect::Python));
    QVERIFY(!StrictJson::parse(written, StrictJson::Dialect::JavaScript));
}

void TestStrictJson::halvesOfCharactersAreRead()
{
    const auto json = StrictJson::parse(uR"(["a\ud800b"])", StrictJson::Dialect::JavaScript);
    QCOMPARE(json->items().at(0).text(), QStringLiteral("a%1b").arg(QChar(0xd800)));
}

void TestStrictJson::pythonHasNoEndlessIntegers()
{
    const QString most(4300, u'9');
    QVERIFY(StrictJson::parse(u'-' + most, StrictJson::Dialect::Python));
    QVERIFY(!StrictJson::parse(most + u'9', StrictJson::Dialect::Python));
    QVERIFY(StrictJson::parse(most + QStringLiteral("9.0"), StrictJson::Dialect::Python));
    QVERIFY(StrictJson::parse(most + u'9', StrictJson::Dialect::JavaScript));
}

void TestStrictJson::nestingHasAnEnd()
{
    const auto nested = [](qsizetype depth) { return QString(depth, u'[') + QString(depth, u']'); };
    QVERIFY(StrictJson::parse(nested(600), StrictJson::Dialect::Python));
    QVERIFY(!StrictJson::parse(nested(100'000), StrictJson::Dialect::Python));
    QVERIFY(!StrictJson::parse(QString(100'000, u'['), StrictJson::Dialect::JavaScript));
}

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"

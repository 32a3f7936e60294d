// SPDX-License-Identifier: MIT
#include "integrations/PythonJson.h"

#include "json/StrictJson.h"

#include <QTest>

using namespace Greenroom;

class TestPythonJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreWrittenAsPythonDoes_data();
    void textsAreWrittenAsPythonDoes();
    void membersKeepTheirOrder();
    void valuesAreWrittenAsPythonDoes_data();
    void valuesAreWrittenAsPythonDoes();
};

void TestPythonJson::textsAreWrittenAsPythonDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("nothing") << "" << QByteArray(R"("")");
    QTest::newRow("plain text") << "Hello, world/!" << QByteArray(R"("Hello, world/!")");
    QTest::newRow("quotes and backslashes") << R"(a "b" \c)" << QByteArray(R"("a \"b\" \\c")");
    QTest::newRow("the short escapes") << "\b\f\n\r\t" << QByteArray(R"("\b\f\n\r\t")");
    QTest::newRow("other control characters")
        << QStringLiteral("\u0001\u001f\u007f") << QByteArray(R"("\u0001\u001f\u007f")");
    QTest::newRow("a NUL") << QString(QChar(u'\0')) << QByteArray(R"("\u0000")");
    QTest::newRow("letters beyond ASCII")
        << QStringLiteral("Olá ß €") << QByteArray(R"("Ol\u00e1 \u00df \u20ac")");
    QTest::newRow("a character of two units")
        << QStringLiteral("\U0001f600") << QByteArray(R"("\ud83d\ude00")");
    QTest::newRow("half of such a character") << QString(QChar(0xd83d)) << QByteArray(R"("\ud83d")");
    QTest::newRow("what browsers take for line ends")
        << QStringLiteral("\u2028") << QByteArray(R"("\u2028")");
    QTest::newRow("markup") << "<b>&amp;</b>" << QByteArray(R"("<b>&amp;</b>")");
}

void TestPythonJson::textsAreWrittenAsPythonDoes()
{
    QFETCH(const QString, text);
    QTEST(PythonJson::string(text), "written");
}

void TestPythonJson::membersKeepTheirOrder()
{
    const auto text = [](const char *value) { return PythonJson::string(QString::fromUtf8(value)); };
    QCOMPARE(PythonJson::object({{QStringLiteral("status"), text("done")},
                                 {QStringLiteral("errors"), PythonJson::array({text("a"), text("b")})},
                                 {QStringLiteral("none"), PythonJson::array({})}}),
             QByteArray(R"({"status": "done", "errors": ["a", "b"], "none": []})"));
    QCOMPARE(PythonJson::object({}), QByteArray("{}"));
}

void TestPythonJson::valuesAreWrittenAsPythonDoes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("a whole number") << QByteArray("7") << QByteArray("7");
    QTest::newRow("a large whole number") << QByteArray("9007199254740993") << QByteArray("9007199254740993");
    QTest::newRow("a fraction") << QByteArray("-1.5") << QByteArray("-1.5");
    QTest::newRow("floats") << QByteArray("[1.0,1e5,1e400,-1e400,1e-400,NaN]")
                            << QByteArray("[1.0, 100000.0, Infinity, -Infinity, 0.0, NaN]");
    QTest::newRow("constants") << QByteArray("[true,false,null]") << QByteArray("[true, false, null]");
    QTest::newRow("an object") << QByteArray(R"({"a":{"b":["é"]}})")
                               << QByteArray(R"({"a": {"b": ["\u00e9"]}})");
    QTest::newRow("members in their order")
        << QByteArray(R"({"b":1,"a":2,"b":3})") << QByteArray(R"({"b": 3, "a": 2})");
    QTest::newRow("empty things") << QByteArray(R"([{},[],""])") << QByteArray(R"([{}, [], ""])");
}

void TestPythonJson::valuesAreWrittenAsPythonDoes()
{
    QFETCH(const QByteArray, json);
    const auto value = StrictJson::parse(QString::fromUtf8(json), StrictJson::Dialect::Python);
    QVERIFY(value.has_value());
    QTEST(PythonJson::value(*value), "written");
}

QTEST_APPLESS_MAIN(TestPythonJson)
#include "tst_pythonjson.moc"

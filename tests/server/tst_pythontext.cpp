// SPDX-License-Identifier: MIT
#include "integrations/PythonText.h"

#include "integrations/StoredText.h"
#include "json/StrictJson.h"

#include <QTest>

using namespace Greenroom;

class TestPythonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesBecomeText_data();
    void valuesBecomeText();
    void whatIsNoCharacterIsStoredAsItsReplacement();
};

void TestPythonText::valuesBecomeText_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(text);
    };
    row("a text as it is", R"("it's \"é\"\n")", "it's \"é\"\n");
    row("an integer", "7", "7");
    row("a float", "1e5", "100000.0");
    row("too large a float", "[1e400,NaN]", "[inf, nan]");
    row("constants", "[true,false,null]", "[True, False, None]");
    row("true", "true", "True");
    row("null", "null", "None");
    row("an empty list", "[]", "[]");
    row("an empty object", "{}", "{}");
    row("a list", R"(["a",1,null,true,1.50])", "['a', 1, None, True, 1.5]");
    row("an object in its order", R"({"z":{"y":1,"x":[{}]},"A":0})", "{'z': {'y': 1, 'x': [{}]}, 'A': 0}");
    row("an apostrophe", R"(["it's"])", R"(["it's"])");
    row("quotes", R"(["\""])", R"(['"'])");
    row("both", R"(["'\""])", R"(['\'"'])");
    row("escapes", R"(["\\\n\r\t\b\u007f"])", R"(['\\\n\r\t\x08\x7f'])");
    row("letters", R"(["Olá 你好 🎉"])", "['Olá 你好 🎉']");
    row("a blank that is none", "[\"\u00a0\u2003\u2028\"]", R"(['\xa0\u2003\u2028'])");
    row("what has no shape", "[\"\u00ad\u200d\ufeff\ue000\uffff\"]", R"(['\xad\u200d\ufeff\ue000\uffff'])");
    row("what has none beyond the first plane", R"(["\udb40\udc01"])", R"(['\U000e0001'])");
    row("half a character", R"(["\ud83dx\ude00"])", R"(['\ud83dx\ude00'])");
    row("two halves in the wrong order", R"(["\ude00\ud83d"])", R"(['\ude00\ud83d'])");
}

void TestPythonText::valuesBecomeText()
{
    QFETCH(const QString, json);
    const auto value = StrictJson::parse(json, StrictJson::Dialect::Python);
    QVERIFY(value.has_value());
    QTEST(PythonText::str(*value), "text");
    QTEST(storedText(*value), "text");
}

void TestPythonText::whatIsNoCharacterIsStoredAsItsReplacement()
{
    const auto value = StrictJson::parse(uR"("a\ud800\ud83d\ude00\udc00")", StrictJson::Dialect::Python);
    QVERIFY(value.has_value());
    QCOMPARE(PythonText::str(*value).size(), 5);
    QCOMPARE(storedText(*value), QStringLiteral("a\ufffd\U0001f600\ufffd"));
    const auto marked = StrictJson::parse(uR"("\ufeff\ud800")", StrictJson::Dialect::Python);
    QCOMPARE(storedText(*marked), QStringLiteral("\ufeff\ufffd"));
}

QTEST_APPLESS_MAIN(TestPythonText)
#include "tst_pythontext.moc"

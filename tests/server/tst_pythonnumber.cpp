// SPDX-License-Identifier: MIT
#include "integrations/PythonNumber.h"

#include <QTest>

using namespace Greenroom;

class TestPythonNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreWrittenAsPythonDoes_data();
    void numbersAreWrittenAsPythonDoes();
    void jsonHasItsOwnWords_data();
    void jsonHasItsOwnWords();
    void zerosAreFound_data();
    void zerosAreFound();
};

void TestPythonNumber::numbersAreWrittenAsPythonDoes_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *number, const char *written) {
        QTest::newRow(number) << QString::fromUtf8(number) << QString::fromUtf8(written);
    };
    row("7", "7");
    row("-12", "-12");
    row("-0", "0");
    row("9007199254740993", "9007199254740993");
    row("123456789012345678901234567890", "123456789012345678901234567890");
    row("1.0", "1.0");
    row("-0.0", "-0.0");
    row("0e5", "0.0");
    row("2.50", "2.5");
    row("1e2", "100.0");
    row("123e-2", "1.23");
    row("0.1", "0.1");
    row("0.30000000000000004", "0.30000000000000004");
    row("0.1000000000000000055511151231257827", "0.1");
    row("0.0001", "0.0001");
    row("0.00001", "1e-05");
    row("0.000123456789", "0.000123456789");
    row("1e15", "1000000000000000.0");
    row("9999999999999998.0", "9999999999999998.0");
    row("1e16", "1e+16");
    row("12345678901234567890.0", "1.2345678901234567e+19");
    row("1E+23", "1e+23");
    row("-1.5e-7", "-1.5e-07");
    row("1.7976931348623157e308", "1.7976931348623157e+308");
    row("5e-324", "5e-324");
    row("1e400", "inf");
    row("-1e400", "-inf");
    row("1e-400", "0.0");
    row("-1e-400", "-0.0");
    row("NaN", "nan");
    row("Infinity", "inf");
    row("-Infinity", "-inf");
}

void TestPythonNumber::numbersAreWrittenAsPythonDoes()
{
    QFETCH(const QString, number);
    QTEST(PythonNumber::repr(number), "written");
}

void TestPythonNumber::jsonHasItsOwnWords_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("written");
    QTest::newRow("a float") << "1e5"
                             << "100000.0";
    QTest::newRow("too large a float") << "1e400"
                                       << "Infinity";
    QTest::newRow("too small a float") << "-1e400"
                                       << "-Infinity";
    QTest::newRow("no number") << "NaN"
                               << "NaN";
}

void TestPythonNumber::jsonHasItsOwnWords()
{
    QFETCH(const QString, number);
    QTEST(PythonNumber::json(number), "written");
}

void TestPythonNumber::zerosAreFound_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isZero");
    for (const char *number : {"0", "-0", "0.0", "-0.0", "0e5", "1e-400"})
        QTest::newRow(number) << QString::fromUtf8(number) << true;
    for (const char *number : {"1", "-0.1", "5e-324", "1e400", "NaN", "-Infinity"})
        QTest::newRow(number) << QString::fromUtf8(number) << false;
}

void TestPythonNumber::zerosAreFound()
{
    QFETCH(const QString, number);
    QTEST(PythonNumber::isZero(number), "isZero");
}

QTEST_APPLESS_MAIN(TestPythonNumber)
#include "tst_pythonnumber.moc"

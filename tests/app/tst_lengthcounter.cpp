// SPDX-License-Identifier: MIT
#include "compose/LengthCounter.h"
#include "session/ChatSession.h"
#include "wire/Dialect.h"

#include <QTest>

using namespace Greenroom;
using LengthCounter::Level;

class TestLengthCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void saysWhatItCounts();
};

void TestLengthCounter::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Level>("level");
    QTest::addColumn<qsizetype>("left");

    const qsizetype room = ChatSession::largestMessage - Dialect::chatFrame({}).size();
    const qsizetype near = ChatSession::largestMessage / 10 * 9 - Dialect::chatFrame({}).size();
    QTest::newRow("short") << QStringLiteral("Hi") << Level::Quiet << qsizetype(0);
    QTest::newRow("one below nine tenths") << QString(near - 1, u'x') << Level::Quiet << room - near + 1;
    QTest::newRow("nine tenths") << QString(near, u'x') << Level::Near << room - near;
    QTest::newRow("exactly full") << QString(room, u'x') << Level::Near << qsizetype(0);
    QTest::newRow("one too many") << QString(room + 1, u'x') << Level::Over << qsizetype(-1);
    QTest::newRow("blanks around do not count")
        << QString(room, u'x') + QStringLiteral("  \n") << Level::Near << qsizetype(0);
    QTest::newRow("two bytes a letter")
        << QString(room / 2 + 1, u'é') << Level::Over << room - (room / 2 + 1) * 2;
    QTest::newRow("two bytes a quote, for its escape")
        << QString(room / 2 + 1, u'"') << Level::Over << room - (room / 2 + 1) * 2;
    QTest::newRow("six bytes a control character")
        << QString(room / 6 + 1, QChar(1)) << Level::Over << room - (room / 6 + 1) * 6;
}

void TestLengthCounter::counts()
{
    QFETCH(QString, text);
    QFETCH(Level, level);
    QFETCH(qsizetype, left);
    const LengthCounter::Count count = LengthCounter::count({Outgoing::Form::Chat, text, {}, {}});
    QCOMPARE(count.level, level);
    QCOMPARE(count.left, left);
    // What is counted is what the session goes by.
    const bool fits = ChatSession::checkLength(Dialect::chatFrame(text.trimmed())).has_value();
    QCOMPARE(fits, level != Level::Over);
}

void TestLengthCounter::saysWhatItCounts()
{
    QCOMPARE(LengthCounter::words({}), QString());
    QVERIFY(LengthCounter::words({Level::Near, 17}).contains(QStringLiteral("17")));
    QVERIFY(LengthCounter::words({Level::Over, -18}).contains(QStringLiteral("18")));
    QVERIFY(!LengthCounter::words({Level::Over, -18}).contains(QStringLiteral("-18")));
}

QTEST_GUILESS_MAIN(TestLengthCounter)
#include "tst_lengthcounter.moc"

// SPDX-License-Identifier: MIT
#include "common/Timestamp.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWritten_data();
    void isWritten();
    void isRead_data();
    void isRead();
    void whatIsNoStampIsRefused_data();
    void whatIsNoStampIsRefused();
};

void TestTimestamp::isWritten_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("stamp");
    QTest::addColumn<QString>("millisecondStamp");
    QTest::newRow("the epoch") << qint64(0) << "1970-01-01T00:00:00Z"
                               << "1970-01-01T00:00:00.000Z";
    QTest::newRow("seconds are rounded down") << qint64(1'769'860'800'999) << "2026-01-31T12:00:00Z"
                                              << "2026-01-31T12:00:00.999Z";
    QTest::newRow("before the epoch too") << qint64(-1) << "1969-12-31T23:59:59Z"
                                          << "1969-12-31T23:59:59.999Z";
    QTest::newRow("a leap day") << qint64(1'709'210'096'007) << "2024-02-29T12:34:56Z"
                                << "2024-02-29T12:34:56.007Z";
}

void TestTimestamp::isWritten()
{
    QFETCH(const qint64, milliseconds);
    const WallTime moment{std::chrono::milliseconds(milliseconds)};
    QTEST(toStamp(moment), "stamp");
    QTEST(toMillisecondStamp(moment), "millisecondStamp");
    QVERIFY(fromStamp(toMillisecondStamp(moment)) == moment);
}

void TestTimestamp::isRead_data()
{
    QTest::addColumn<QString>("stamp");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("whole seconds") << "2026-01-31T12:00:00Z" << qint64(1'769'860'800'000);
    QTest::newRow("milliseconds") << "2026-01-31T12:00:00.250Z" << qint64(1'769'860'800'250);
}

void TestTimestamp::isRead()
{
    QFETCH(const QString, stamp);
    QFETCH(const qint64, milliseconds);
    const auto moment = fromStamp(stamp);
    QVERIFY(moment.has_value());
    QCOMPARE(qint64(moment->time_since_epoch().count()), milliseconds);
}

void TestTimestamp::whatIsNoStampIsRefused_data()
{
    QTest::addColumn<QString>("stamp");
    for (const char *stamp : {"", "Z", "T", "yesterday", "2026-01-31", "2026-01-31T12:00:00",
                              "2026-01-31 12:00:00Z", "2026-02-30T12:00:00Z", "2026-01-31T25:00:00Z",
                              "2026-01-31T12:00:00+01:00", "2026-01-31T12:00:00Z trailing"})
        QTest::newRow(stamp) << stamp;
}

void TestTimestamp::whatIsNoStampIsRefused()
{
    QFETCH(const QString, stamp);
    QVERIFY(!fromStamp(stamp).has_value());
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"

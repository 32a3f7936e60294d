// SPDX-License-Identifier: MIT
#include "gateway/HttpReply.h"

#include <QTest>

using namespace Greenroom;

class TestHttpReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreThoseOfTheStandard_data();
    void datesAreThoseOfTheStandard();
};

void TestHttpReply::datesAreThoseOfTheStandard_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("the example of RFC 9110, 5.6.7")
        << 784111777000LL << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("the beginning") << 0LL << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT");
    QTest::newRow("milliseconds are left out")
        << 1582934399999LL << QByteArray("Fri, 28 Feb 2020 23:59:59 GMT");
    QTest::newRow("a leap day") << 1582934400000LL << QByteArray("Sat, 29 Feb 2020 00:00:00 GMT");
    QTest::newRow("the last month") << 1798675200000LL << QByteArray("Thu, 31 Dec 2026 00:00:00 GMT");
}

void TestHttpReply::datesAreThoseOfTheStandard()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QByteArray, expected);

    QCOMPARE(HttpReply::date(WallTime(std::chrono::milliseconds(milliseconds))), expected);
}

QTEST_GUILESS_MAIN(TestHttpReply)
#include "tst_httpreply.moc"

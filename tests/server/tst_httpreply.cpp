// SPDX-License-Identifier: MIT
#include "gateway/HttpReply.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestHttpReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreThoseOfTheStandard_data();
    void datesAreThoseOfTheStandard();
    void everyDayIsThatOfQt();
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

void TestHttpReply::everyDayIsThatOfQt()
{
    for (WallTime moment{11h + 2min + 3s}; moment.time_since_epoch() < 20'000 * 24h; moment += 24h) {
        const auto utc = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
        QCOMPARE(QString::fromLatin1(HttpReply::date(moment)),
                 QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")));
    }
}

QTEST_GUILESS_MAIN(TestHttpReply)
#include "tst_httpreply.moc"

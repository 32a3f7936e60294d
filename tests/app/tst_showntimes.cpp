// SPDX-License-Identifier: MIT
#include "transcript/LineText.h"
#include "transcript/ShownTimes.h"

#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// Half past midnight on the second day of 1970 in UTC.
constexpr WallTime halfPastMidnight{24h + 30min};

QString shortTime(int hours)
{
    constexpr int minutes = 30;
    return QLocale().toString(QTime(hours, minutes), QLocale::ShortFormat);
}

} // namespace

/// Nine hours east or five west of Greenwich.
class TestShownTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void areLocalUnlessChosenOtherwise_data();
    void areLocalUnlessChosenOtherwise();
    void areOfUtcByChoice();
    void keepTheChoice();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
};

void TestShownTimes::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("x.ini")), QSettings::IniFormat);
}

void TestShownTimes::cleanup()
{
    LineText::setZone(Qt::LocalTime);
    qunsetenv("TZ");
}

void TestShownTimes::areLocalUnlessChosenOtherwise_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("hour");
    QTest::addColumn<QDate>("day");
    QTest::newRow("the same day in the east") << QByteArray("JST-9") << 9 << QDate(1970, 1, 2);
    QTest::newRow("the day before in the west") << QByteArray("EST5") << 19 << QDate(1970, 1, 1);
}

void TestShownTimes::areLocalUnlessChosenOtherwise()
{
    QFETCH(const QByteArray, zone);
    qputenv("TZ", zone);
    const ShownTimes times(*m_settings);
    QCOMPARE(times.zone(), Qt::LocalTime);
    QTEST(LineText::day(halfPastMidnight), "day");
    QFETCH(const int, hour);
    QCOMPARE(LineText::timeOfDay(halfPastMidnight), shortTime(hour));
}

void TestShownTimes::areOfUtcByChoice()
{
    qputenv("TZ", "EST5");
    ShownTimes times(*m_settings);
    const QSignalSpy changes(&times, &ShownTimes::changed);
    times.setZone(Qt::UTC);
    times.setZone(Qt::UTC);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(LineText::timeOfDay(halfPastMidnight), shortTime(0));
    QCOMPARE(LineText::day(halfPastMidnight), QDate(1970, 1, 2));
    Message message;
    message.at = halfPastMidnight;
    QVERIFY2(LineText::details(message).contains(QStringLiteral("UTC")),
             qPrintable(LineText::details(message)));
}

void TestShownTimes::keepTheChoice()
{
    qputenv("TZ", "EST5");
    ShownTimes(*m_settings).setZone(Qt::UTC);
    LineText::setZone(Qt::LocalTime);
    const ShownTimes times(*m_settings);
    QCOMPARE(times.zone(), Qt::UTC);
    QCOMPARE(LineText::timeOfDay(halfPastMidnight), shortTime(0));
}

QTEST_GUILESS_MAIN(TestShownTimes)
#include "tst_showntimes.moc"

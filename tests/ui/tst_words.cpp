// SPDX-License-Identifier: MIT
#include "ui/Words.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

/// The words for what the layers below the window know.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheStates();
    void writesDurations_data();
    void writesDurations();
    void tellsTimesInFewLetters_data();
    void tellsTimesInFewLetters();
    void titlesAStage_data();
    void titlesAStage();
};

void TestWords::namesTheStates()
{
    using State = ChatSession::State;
    QCOMPARE(Words::state(State::Disconnected), QStringLiteral("Disconnected"));
    QCOMPARE(Words::state(State::Connecting), QStringLiteral("Connecting…"));
    QCOMPARE(Words::state(State::Connected), QStringLiteral("Connected"));
    QCOMPARE(Words::state(State::Failed), QStringLiteral("Connection error"));
    QCOMPARE(Words::state(State::WaitingToRetry), QStringLiteral("Waiting to retry"));
    QCOMPARE(Words::state(State::WaitingToRetry, 12s), QStringLiteral("Waiting to retry in 12 s"));
}

void TestWords::writesDurations_data()
{
    QTest::addColumn<std::chrono::seconds>("duration");
    QTest::addColumn<QString>("written");
    QTest::newRow("nothing yet") << std::chrono::seconds(0s) << QStringLiteral("0:00:00");
    QTest::newRow("seconds") << std::chrono::seconds(59s) << QStringLiteral("0:00:59");
    QTest::newRow("minutes") << std::chrono::seconds(61s) << QStringLiteral("0:01:01");
    QTest::newRow("days are hours") << std::chrono::seconds(49h + 59min + 59s) << QStringLiteral("49:59:59");
}

void TestWords::writesDurations()
{
    QFETCH(const std::chrono::seconds, duration);
    QTEST(Words::duration(duration), "written");
}

void TestWords::tellsTimesInFewLetters_data()
{
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QString>("written");
    const auto on = [](int month, int day, int hour, int minute) {
        return QDateTime(QDate(2026, month, day), QTime(hour, minute));
    };
    QTest::newRow("this minute") << on(1, 31, 12, 0) << QStringLiteral("now");
    QTest::newRow("a little ahead") << on(1, 31, 12, 1).addSecs(-15) << QStringLiteral("now");
    QTest::newRow("today") << on(1, 31, 0, 5) << QLocale().toString(QTime(0, 5), QLocale::ShortFormat);
    QTest::newRow("yesterday") << on(1, 30, 23, 59) << QStringLiteral("Fri");
    QTest::newRow("six days ago") << on(1, 25, 1, 0) << QStringLiteral("Sun");
    QTest::newRow("a week ago") << on(1, 24, 12, 0)
                                << QLocale().toString(QDate(2026, 1, 24), QLocale::ShortFormat);
    QTest::newRow("tomorrow") << on(2, 1, 12, 0)
                              << QLocale().toString(QDate(2026, 2, 1), QLocale::ShortFormat);
}

void TestWords::tellsTimesInFewLetters()
{
    QFETCH(const QDateTime, at);
    const auto moment = [](const QDateTime &time) {
        return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    };
    const QDateTime now(QDate(2026, 1, 31), QTime(12, 0, 20));
    QTEST(Words::shortTime(moment(at), moment(now)), "written");
}

void TestWords::titlesAStage_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("title");
    QTest::newRow("host and stage") << QStringLiteral("wss://abc.execute-api.us-east-1.amazonaws.com/dev")
                                    << QStringLiteral("abc.execute-api.us-east-1.amazonaws.com/dev");
    QTest::newRow("a slash at the end")
        << QStringLiteral("wss://example.com/dev/") << QStringLiteral("example.com/dev");
    QTest::newRow("a port") << QStringLiteral("ws://127.0.0.1:3001/dev")
                            << QStringLiteral("127.0.0.1:3001/dev");
    QTest::newRow("a user name stays out")
        << QStringLiteral("wss://user:secret@example.com/dev") << QStringLiteral("example.com/dev");
}

void TestWords::titlesAStage()
{
    QFETCH(const QString, address);
    QTEST(Words::stageTitle(QUrl(address)), "title");
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

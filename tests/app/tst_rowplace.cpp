// SPDX-License-Identifier: MIT
#include "transcript/RowPlace.h"
#include "transcript/TranscriptModel.h"

#include <QDateTime>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

/// What begins with a line: a day, what was not read, a group of lines.
class TestRowPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLineBeginsADay();
    void groupsLines_data();
    void groupsLines();
    void aNewDayIsThatOfTheUser();
    void theUnreadLineBeginsAGroup();
};

namespace {

constexpr int nothingUnread = -1;

/// A time of day on an ordinary day where the user is.
WallTime at(int hour, int minute, int second = 0)
{
    const QDateTime local(QDate(2026, 1, 31), QTime(hour, minute, second));
    return WallTime(std::chrono::milliseconds(local.toMSecsSinceEpoch()));
}

Message line(const QString &person, WallTime when, Message::Kind kind = Message::Kind::Chat)
{
    return {kind, person, QStringLiteral("Text"), when, {}};
}

QString ana()
{
    return QStringLiteral("eHrdFcnvvHcCE-w=");
}

} // namespace

void TestRowPlace::theFirstLineBeginsADay()
{
    TranscriptModel model;
    model.append(line(ana(), at(12, 0)));
    QCOMPARE(RowPlace::of(model, 0, nothingUnread), (RowPlace{true, false, false}));
}

void TestRowPlace::groupsLines_data()
{
    QTest::addColumn<Message>("second");
    QTest::addColumn<bool>("grouped");
    QTest::newRow("of one person") << line(ana(), at(12, 1)) << true;
    QTest::newRow("until five minutes have passed") << line(ana(), at(12, 4, 59)) << true;
    QTest::newRow("not after five minutes") << line(ana(), at(12, 5)) << false;
    QTest::newRow("not of two people") << line(QStringLiteral("eHrjDEuVPHcCWMg="), at(12, 1)) << false;
    QTest::newRow("not said to all and to one") << line(ana(), at(12, 1), Message::Kind::Direct) << false;
    QTest::newRow("not a notice") << line(ana(), at(12, 1), Message::Kind::Left) << false;
}

void TestRowPlace::groupsLines()
{
    QFETCH(const Message, second);
    QFETCH(const bool, grouped);
    TranscriptModel model;
    model.append(line(ana(), at(12, 0)));
    model.append(second);
    QCOMPARE(RowPlace::of(model, 1, nothingUnread), (RowPlace{false, false, grouped}));
}

void TestRowPlace::aNewDayIsThatOfTheUser()
{
    TranscriptModel model;
    model.append(line(ana(), at(23, 59)));
    model.append(line(ana(), at(23, 59) + 2min));
    model.append(line(ana(), at(23, 59) + 3min));
    QCOMPARE(RowPlace::of(model, 1, nothingUnread), (RowPlace{true, false, false}));
    QCOMPARE(RowPlace::of(model, 2, nothingUnread), (RowPlace{false, false, true}));
}

void TestRowPlace::theUnreadLineBeginsAGroup()
{
    TranscriptModel model;
    for (int minute = 0; minute < 3; ++minute)
        model.append(line(ana(), at(12, minute)));
    QCOMPARE(RowPlace::of(model, 1, 1), (RowPlace{false, true, false}));
    QCOMPARE(RowPlace::of(model, 2, 1), (RowPlace{false, false, true}));
}

QTEST_MAIN(TestRowPlace)
#include "tst_rowplace.moc"

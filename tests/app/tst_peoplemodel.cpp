// SPDX-License-Identifier: MIT
#include "session/PeopleModel.h"

#include "session/PersonName.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;

namespace {

QString ann()
{
    return QStringLiteral("ann=");
}

QString bob()
{
    return QStringLiteral("bob=");
}

} // namespace

class TestPeopleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void keepsTheOrderOfFirstAppearance();
    void givesNameAndId();
    void removesWhoLeft();
    void marksOurselves();
    void tellsWhenTheOwnRowChanges();
    void clearForgetsEverybodyAndOurselves();
    void answersOddIndexesWithNothing();
    void findsWhoIsNamed();
};

void TestPeopleModel::keepsTheOrderOfFirstAppearance()
{
    PeopleModel people;
    const QAbstractItemModelTester tester(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
    people.add(bob());
    people.add(ann());
    people.add(bob());
    QCOMPARE(people.rowCount(), 2);
    QCOMPARE(people.index(0).data(PeopleModel::IdRole).toString(), bob());
    QCOMPARE(people.index(1).data(PeopleModel::IdRole).toString(), ann());
    QCOMPARE(people.rowCount(people.index(0)), 0);
}

void TestPeopleModel::givesNameAndId()
{
    PeopleModel people;
    people.add(ann());
    QCOMPARE(people.index(0).data(Qt::DisplayRole).toString(), PersonName::fromId(ann()));
    QCOMPARE(people.index(0).data(Qt::ToolTipRole).toString(), ann());
}

void TestPeopleModel::removesWhoLeft()
{
    PeopleModel people;
    const QAbstractItemModelTester tester(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
    people.add(ann());
    people.add(bob());
    people.remove(ann());
    people.remove(QStringLiteral("nobody="));
    QCOMPARE(people.rowCount(), 1);
    QCOMPARE(people.index(0).data(PeopleModel::IdRole).toString(), bob());
}

void TestPeopleModel::marksOurselves()
{
    PeopleModel people;
    people.add(ann());
    people.add(bob());
    people.setOwnId(bob());
    QVERIFY(!people.index(0).data(PeopleModel::OwnRole).toBool());
    QVERIFY(people.index(1).data(PeopleModel::OwnRole).toBool());
}

void TestPeopleModel::tellsWhenTheOwnRowChanges()
{
    PeopleModel people;
    const QSignalSpy changes(&people, &PeopleModel::dataChanged);
    people.setOwnId(bob());
    QCOMPARE(changes.count(), 0);
    people.add(ann());
    people.add(bob());
    people.setOwnId(ann());
    QCOMPARE(changes.count(), 2);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 0);
    people.setOwnId(ann());
    QCOMPARE(changes.count(), 2);
}

void TestPeopleModel::clearForgetsEverybodyAndOurselves()
{
    PeopleModel people;
    const QAbstractItemModelTester tester(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
    people.add(ann());
    people.setOwnId(ann());
    people.clear();
    QCOMPARE(people.rowCount(), 0);
    people.add(ann());
    QVERIFY(!people.index(0).data(PeopleModel::OwnRole).toBool());
}

void TestPeopleModel::answersOddIndexesWithNothing()
{
    PeopleModel people;
    people.add(ann());
    QVERIFY(!people.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!people.data(people.index(0), Qt::DecorationRole).isValid());
}

void TestPeopleModel::findsWhoIsNamed()
{
    PeopleModel people;
    people.add(ann());
    people.add(bob());
    const QString name = PersonName::fromId(bob());
    const auto named = people.namedAtStart(name.toLower() + QStringLiteral("  Good\nmorning"));
    QVERIFY(named);
    QCOMPARE(named->id, bob());
    QCOMPARE(named->rest, QStringLiteral("Good\nmorning"));
    QCOMPARE(people.namedAtStart(name)->rest, QString());
    QCOMPARE(people.namedAtStart(ann())->id, ann());
    QVERIFY(!people.namedAtStart(name + QStringLiteral("x")));
    QVERIFY(!people.namedAtStart(name.chopped(1)));
    QVERIFY(!people.namedAtStart({}));
}

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_peoplemodel.moc"

// SPDX-License-Identifier: MIT
#include "support/TablesBench.h"
#include "tables/SqliteStore.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Greenroom;

/// When the file behind tables is opened and how it is written.
class TestTablesFile : public QObject, private Test::TablesBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { moveOut(); }

    void theLogStaysSmall();
    void durabilityIsSqlites_data();
    void durabilityIsSqlites();
    void soundTablesAreOpenedWhenTheyAreUsed();
    void whatMayBeAmissIsOpenedAtOnce_data();
    void whatMayBeAmissIsOpenedAtOnce();
};

void TestTablesFile::theLogStaysSmall()
{
    const auto tables = openTables();
    int done = 0;
    for (int count = 0; count < 100; ++count) {
        tables->putMessage(message(QString::number(count), QStringLiteral("x").repeated(100'000)),
                           [&done](const Result<void> &stored) { done += stored ? 1 : 0; });
        if (count % 10 == 9)
            QTRY_COMPARE(done, count + 1);
    }
    QTRY_VERIFY(QFileInfo(file()).size() > 8'000'000);
    QVERIFY(QFileInfo(file() + QStringLiteral("-wal")).size() < 5'000'000);
}

void TestTablesFile::durabilityIsSqlites_data()
{
    QTest::addColumn<Durability>("durability");
    QTest::newRow("normal") << Durability::Normal;
    QTest::newRow("full") << Durability::Full;
}

void TestTablesFile::durabilityIsSqlites()
{
    QFETCH(const Durability, durability);
    // New tables first, then those.
    for (int run = 0; run < 2; ++run) {
        const auto store = SqliteStore::open(file(), durability);
        QVERIFY(store.has_value());
        const auto found = (*store)->durability();
        QVERIFY(found.has_value());
        QCOMPARE(*found, durability);
    }
}

void TestTablesFile::soundTablesAreOpenedWhenTheyAreUsed()
{
    const TablesOptions options{file(), Durability::Normal, LastRun::Ended};
    for (int run = 0; run < 2; ++run) {
        const auto tables = SqliteTables::prepare(options, clock());
        QVERIFY(tables.has_value());
        QVERIFY(!QFile::exists(file() + QStringLiteral("-wal")));
        bool isStored = false;
        (*tables)->putMessage(message(QString::number(run)),
                              [&isStored](const Result<void> &stored) { isStored = stored.has_value(); });
        QTRY_VERIFY(isStored);
        QVERIFY(QFile::exists(file() + QStringLiteral("-wal")));
    }
    QCOMPARE(sql(QStringLiteral("SELECT message_id FROM MessageHistory")),
             (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
}

void TestTablesFile::whatMayBeAmissIsOpenedAtOnce_data()
{
    QTest::addColumn<LastRun>("lastRun");
    QTest::addColumn<Opening>("opening");
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("isUsable");
    QTest::newRow("sessions that a run left open")
        << LastRun::Killed << Opening::WhenUsed << QString() << true;
    QTest::newRow("as told") << LastRun::Ended << Opening::AtOnce << QString() << true;
    QTest::newRow("tables of another version")
        << LastRun::Ended << Opening::WhenUsed << QStringLiteral("PRAGMA user_version = 99") << false;
}

void TestTablesFile::whatMayBeAmissIsOpenedAtOnce()
{
    QFETCH(const LastRun, lastRun);
    QFETCH(const Opening, opening);
    QFETCH(const QString, change);
    QFETCH(const bool, isUsable);
    openTables()->openSession(session("ana"), ignore);
    if (!change.isEmpty())
        sql(change);
    const auto tables = SqliteTables::prepare({file(), Durability::Normal, lastRun, opening}, clock());
    QCOMPARE(tables.has_value(), isUsable);
    if (isUsable)
        QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
}

QTEST_GUILESS_MAIN(TestTablesFile)
#include "tst_tablesfile.moc"

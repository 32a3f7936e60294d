// SPDX-License-Identifier: MIT
#include "support/TablesBench.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Greenroom;

class TestSqliteTables : public QObject, private Test::TablesBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { moveOut(); }

    void writesAreDoneInALaterTurnAndInOrder();
    void aSessionIsOpenedAndClosed();
    void aConnectionIsPutAndDeletedByItself();
    void textsAreKeptAsTheyAre_data();
    void textsAreKeptAsTheyAre();
    void othersReadWhileWeWrite();
    void manyWritesAreAllDone();
    void aFailedWriteDisturbsNoOther();
    void aLostTableFailsEveryWrite();
    void whatIsQueuedIsWrittenAtTheEnd();
    void aKilledRunIsClosed();
    void aSessionIsNotClosedBeforeItBegan();
    void tablesInMemoryStartEmpty();
    void aDamagedFileIsRefused();
    void aFileThatCannotBeOpenedIsRefused();
};

void TestSqliteTables::writesAreDoneInALaterTurnAndInOrder()
{
    const auto tables = openTables();
    QStringList done;
    tables->openSession(session("ana"),
                        [&done](const Result<void> &) { done.append(QStringLiteral("open")); });
    tables->putMessage(message(QStringLiteral("1")),
                       [&done](const Result<void> &) { done.append(QStringLiteral("message")); });
    tables->closeSession(QStringLiteral("ana"), QString::fromUtf8(noon),
                         [&done](const Result<void> &) { done.append(QStringLiteral("close")); });
    QCOMPARE(done, QStringList());
    QTRY_COMPARE(done,
                 (QStringList{QStringLiteral("open"), QStringLiteral("message"), QStringLiteral("close")}));
}

void TestSqliteTables::aSessionIsOpenedAndClosed()
{
    const auto tables = openTables();
    int done = 0;
    const auto count = [&done](const Result<void> &stored) { done += stored ? 1 : 0; };
    tables->openSession(session("ana"), count);
    tables->openSession(session("ben"), count);
    QCOMPARE(tables->activeConnections(), (QStringList{QStringLiteral("ana"), QStringLiteral("ben")}));
    QTRY_COMPARE(done, 2);
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections ORDER BY rowid")),
             (QStringList{QStringLiteral("ana"), QStringLiteral("ben")}));
    QCOMPARE(sql(QStringLiteral("SELECT * FROM SessionHistory WHERE connection_id = 'ana'")),
             QStringList{QStringLiteral("ana|127.0.0.1|2026-01-31T12:00:00Z|NULL|NULL")});

    tables->closeSession(QStringLiteral("ana"), QStringLiteral("2026-02-01T12:00:07Z"), count);
    QCOMPARE(tables->activeConnections(), QStringList{QStringLiteral("ben")});
    QTRY_COMPARE(done, 3);
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("ben")});
    QCOMPARE(sql(QStringLiteral("SELECT * FROM SessionHistory WHERE connection_id = 'ana'")),
             QStringList{QStringLiteral("ana|127.0.0.1|2026-01-31T12:00:00Z|2026-02-01T12:00:07Z|86407")});
}

void TestSqliteTables::aConnectionIsPutAndDeletedByItself()
{
    const auto tables = openTables();
    int done = 0;
    const auto count = [&done](const Result<void> &stored) { done += stored ? 1 : 0; };
    tables->putConnection(QStringLiteral("ana"), count);
    tables->putConnection(QStringLiteral("ben"), count);
    tables->deleteConnection(QStringLiteral("ana"), count);
    tables->deleteConnection(QStringLiteral("nobody"), count);
    QCOMPARE(tables->activeConnections(), QStringList{QStringLiteral("ben")});
    QTRY_COMPARE(done, 4);
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("ben")});
    QCOMPARE(sql(QStringLiteral("SELECT * FROM SessionHistory")), QStringList());
}

void TestSqliteTables::textsAreKeptAsTheyAre_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters and quotes")
        << QStringLiteral("Olá \U0001f600 'quoted' \"twice\"; DROP TABLE MessageHistory; --\n");
    QTest::newRow("a byte order mark first") << QStringLiteral("\ufeffhi");
    QTest::newRow("a byte order mark alone") << QStringLiteral("\ufeff");
    QTest::newRow("what would be a mark in the other order") << QStringLiteral("\ufffeA");
    QTest::newRow("a NUL in the middle") << QStringLiteral("a\0b");
    QTest::newRow("digits") << QStringLiteral("007");
    QTest::newRow("nothing") << QString();
}

void TestSqliteTables::textsAreKeptAsTheyAre()
{
    QFETCH(const QString, text);
    const auto tables = openTables();
    bool isStored = false;
    tables->putMessage(message(QStringLiteral("1"), text),
                       [&isStored](const Result<void> &stored) { isStored = stored.has_value(); });
    QTRY_VERIFY(isStored);
    // In hexadecimal digits, as QSqlQuery has its own way with byte order marks.
    QCOMPARE(sql(QStringLiteral("SELECT message_id, connection_id, typeof(message), hex(CAST(message AS "
                                "BLOB)), timestamp FROM MessageHistory")),
             QStringList{QStringLiteral("1|ana|text|%1|2026-01-31T12:00:00Z")
                             .arg(QString::fromLatin1(text.toUtf8().toHex().toUpper()))});
}

void TestSqliteTables::othersReadWhileWeWrite()
{
    const auto tables = openTables();
    QCOMPARE(sql(QStringLiteral("PRAGMA journal_mode")), QStringList{QStringLiteral("wal")});
    for (int count = 0; count < 50; ++count) {
        bool isStored = false;
        tables->putMessage(message(QString::number(count)),
                           [&isStored](const Result<void> &stored) { isStored = stored.has_value(); });
        QTRY_VERIFY(isStored);
        QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM MessageHistory")),
                 QStringList{QString::number(count + 1)});
    }
}

void TestSqliteTables::manyWritesAreAllDone()
{
    const auto tables = openTables();
    constexpr int many = 2500;
    int done = 0;
    for (int count = 0; count < many; ++count)
        tables->putMessage(message(QString::number(count)),
                           [&done](const Result<void> &stored) { done += stored ? 1 : 0; });
    QTRY_COMPARE_WITH_TIMEOUT(done, many, 20'000);
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM MessageHistory")), QStringList{QString::number(many)});
}

void TestSqliteTables::aFailedWriteDisturbsNoOther()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("UNIQUE constraint failed")));
    const auto tables = openTables();
    QList<bool> stored;
    const auto note = [&stored](const Result<void> &result) { stored.append(result.has_value()); };
    // The id is active already, so that only the second half of the write fails.
    sql(QStringLiteral("INSERT INTO ActiveConnections VALUES ('ben')"));
    tables->openSession(session("ana"), note);
    tables->openSession(session("ben"), note);
    tables->openSession(session("eve"), note);
    QTRY_COMPARE(stored, (QList<bool>{true, false, true}));
    QCOMPARE(sql(QStringLiteral("SELECT connection_id FROM SessionHistory")),
             (QStringList{QStringLiteral("ana"), QStringLiteral("eve")}));
    QCOMPARE(tables->activeConnections(), (QStringList{QStringLiteral("ana"), QStringLiteral("eve")}));
}

void TestSqliteTables::aLostTableFailsEveryWrite()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no such table")));
    const auto tables = openTables();
    sql(QStringLiteral("DROP TABLE MessageHistory"));
    Result<void> result;
    bool isDone = false;
    tables->putMessage(message(QStringLiteral("1")), [&](const Result<void> &stored) {
        result = stored;
        isDone = true;
    });
    QTRY_VERIFY(isDone);
    QVERIFY(!result.has_value());
    QVERIFY(result.error().message.contains(file()));
}

void TestSqliteTables::whatIsQueuedIsWrittenAtTheEnd()
{
    bool wasCalled = false;
    {
        const auto tables = openTables();
        tables->openSession(session("ana"), [&wasCalled](const Result<void> &) { wasCalled = true; });
        tables->putMessage(message(QStringLiteral("1")), ignore);
    }
    QVERIFY(!wasCalled);
    QCOMPARE(sql(QStringLiteral("SELECT message_id FROM MessageHistory")), QStringList{QStringLiteral("1")});
}

void TestSqliteTables::aKilledRunIsClosed()
{
    {
        const auto tables = openTables();
        tables->openSession(session("old", "2026-01-31T11:00:00Z"), ignore);
        tables->closeSession(QStringLiteral("old"), QStringLiteral("2026-01-31T11:30:00Z"), ignore);
        tables->openSession(session("ana", "2026-01-31T12:00:00Z"), ignore);
        tables->openSession(session("ben", "2026-01-31T12:05:00Z"), ignore);
        tables->putMessage(message(QStringLiteral("1"), QStringLiteral("hi"), "2026-01-31T12:10:00Z"),
                           ignore);
    }
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM ActiveConnections")), QStringList{QStringLiteral("2")});
    const auto tables = openTables();
    QCOMPARE(tables->activeConnections(), QStringList());
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
    QCOMPARE(
        sql(QStringLiteral("SELECT connection_id, disconnected_at, duration_seconds FROM SessionHistory")),
        (QStringList{QStringLiteral("old|2026-01-31T11:30:00Z|1800"),
                     QStringLiteral("ana|2026-01-31T12:10:00Z|600"),
                     QStringLiteral("ben|2026-01-31T12:10:00Z|300")}));
}

void TestSqliteTables::aSessionIsNotClosedBeforeItBegan()
{
    {
        const auto tables = openTables();
        tables->openSession(session("ana"), ignore);
    }
    const auto tables = openTables();
    QCOMPARE(sql(QStringLiteral("SELECT disconnected_at, duration_seconds FROM SessionHistory")),
             QStringList{QStringLiteral("2026-01-31T12:00:00Z|0")});
}

void TestSqliteTables::tablesInMemoryStartEmpty()
{
    for (int run = 0; run < 2; ++run) {
        auto tables = SqliteTables::open({}, clock());
        QVERIFY(tables.has_value());
        QCOMPARE((*tables)->activeConnections(), QStringList());
        bool isStored = false;
        (*tables)->openSession(session("ana"),
                               [&isStored](const Result<void> &stored) { isStored = stored.has_value(); });
        QTRY_VERIFY(isStored);
    }
}

void TestSqliteTables::aDamagedFileIsRefused()
{
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    const auto tables = SqliteTables::open(file(), clock());
    QVERIFY(!tables.has_value());
    QVERIFY2(tables.error().message.contains(QStringLiteral("damaged")), qPrintable(tables.error().message));
    QVERIFY(tables.error().message.contains(file()));
}

void TestSqliteTables::aFileThatCannotBeOpenedIsRefused()
{
    const auto tables =
        SqliteTables::open(directory().filePath(QStringLiteral("no/such/folder.sqlite")), clock());
    QVERIFY(!tables.has_value());
    QVERIFY(tables.error().message.contains(QStringLiteral("folder.sqlite")));
}

QTEST_GUILESS_MAIN(TestSqliteTables)
#include "tst_sqlitetables.moc"

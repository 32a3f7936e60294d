// SPDX-License-Identifier: MIT
#include "tables/Migrations.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

namespace {

constexpr QLatin1String connectionName("migrations");

QStringList column(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(connectionName));
    QStringList values;
    query.exec(sql);
    while (query.next())
        values.append(query.value(0).toString());
    return values;
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyFileGetsTheThreeTables();
    void aCurrentFileIsLeftAlone();
    void everyOlderVersionComesToTheCurrentOne_data();
    void everyOlderVersionComesToTheCurrentOne();
    void aNewerFileIsRefused();
    void aNegativeVersionIsDamage();
    void aFailingStepLeavesNothingBehind();

private:
    Result<void> migrate();

    QTemporaryDir m_directory;
};

void TestMigrations::init()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName);
    database.setDatabaseName(m_directory.filePath(QString::fromUtf8(QTest::currentTestFunction())
                                                  + QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY(database.open());
}

void TestMigrations::cleanup()
{
    QSqlDatabase::database(connectionName).close();
    QSqlDatabase::removeDatabase(connectionName);
}

Result<void> TestMigrations::migrate()
{
    QSqlDatabase database = QSqlDatabase::database(connectionName);
    return Migrations::run(database);
}

void TestMigrations::anEmptyFileGetsTheThreeTables()
{
    QVERIFY(migrate().has_value());
    QCOMPARE(column(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")),
             (QStringList{QStringLiteral("ActiveConnections"), QStringLiteral("MessageHistory"),
                          QStringLiteral("SessionHistory")}));
    QCOMPARE(column(QStringLiteral("SELECT name FROM pragma_table_info('ActiveConnections')")),
             QStringList{QStringLiteral("connection_id")});
    QCOMPARE(column(QStringLiteral("SELECT name FROM pragma_table_info('SessionHistory')")),
             (QStringList{QStringLiteral("connection_id"), QStringLiteral("source_ip"),
                          QStringLiteral("connected_at"), QStringLiteral("disconnected_at"),
                          QStringLiteral("duration_seconds")}));
    QCOMPARE(column(QStringLiteral("SELECT name FROM pragma_table_info('MessageHistory')")),
             (QStringList{QStringLiteral("message_id"), QStringLiteral("connection_id"),
                          QStringLiteral("message"), QStringLiteral("timestamp")}));
}

void TestMigrations::aCurrentFileIsLeftAlone()
{
    QVERIFY(migrate().has_value());
    QSqlQuery query(QSqlDatabase::database(connectionName));
    QVERIFY(query.exec(QStringLiteral("INSERT INTO ActiveConnections VALUES ('a')")));
    QVERIFY(migrate().has_value());
    QCOMPARE(column(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("a")});
}

/// One row a version; a row for a later version makes its file with the steps' own statements of that time.
void TestMigrations::everyOlderVersionComesToTheCurrentOne_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("from an empty file") << 0;
}

void TestMigrations::everyOlderVersionComesToTheCurrentOne()
{
    QVERIFY(migrate().has_value());
    QCOMPARE(column(QStringLiteral("PRAGMA user_version")),
             QStringList{QString::number(Migrations::currentVersion())});
}

void TestMigrations::aNewerFileIsRefused()
{
    QSqlQuery query(QSqlDatabase::database(connectionName));
    QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = %1").arg(Migrations::currentVersion() + 1)));
    const auto done = migrate();
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QStringLiteral("newer version")),
             qPrintable(done.error().message));
    QVERIFY(done.error().message.contains(QStringLiteral("aNewerFileIsRefused")));
}

void TestMigrations::aNegativeVersionIsDamage()
{
    QSqlQuery query(QSqlDatabase::database(connectionName));
    QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = -3")));
    const auto done = migrate();
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().message.contains(QStringLiteral("damaged")), qPrintable(done.error().message));
}

void TestMigrations::aFailingStepLeavesNothingBehind()
{
    // Somebody else's table stands in the way of the last of the three.
    QSqlQuery query(QSqlDatabase::database(connectionName));
    QVERIFY(query.exec(QStringLiteral("CREATE TABLE MessageHistory (other)")));
    QVERIFY(!migrate().has_value());
    QCOMPARE(column(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'")),
             QStringList{QStringLiteral("MessageHistory")});
    QCOMPARE(column(QStringLiteral("PRAGMA user_version")), QStringList{QStringLiteral("0")});
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"

// SPDX-License-Identifier: MIT
#include "support/FileSizeLimit.h"
#include "support/TablesBench.h"
#include "tables/SqliteStore.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

QString longText()
{
    return QStringLiteral("x").repeated(100'000);
}

} // namespace

/// Tables that have no room to grow, for a while.
class TestFullDisk : public QObject, private Test::TablesBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingOfAFailedBatchIsStored_data();
    void nothingOfAFailedBatchIsStored();
    void aTryNeedsRoom();
    void itIsSaidOnceAndOnceThatThereIsRoom();
    void whoLeavesMeanwhileIsTakenOutLater();
    void manyWhoLeaveMeanwhileAreTakenOutLater();
    void tablesThatCannotBeMadeAreMadeLater();

private:
    void fill(SqliteTables &tables);
    void retry();

    int m_stored = 0;
    int m_failed = 0;
    Tables::Done m_count;
};

void TestFullDisk::initTestCase()
{
    m_count = [this](const Result<void> &stored) { ++(stored ? m_stored : m_failed); };
}

void TestFullDisk::init()
{
    moveOut();
    m_stored = 0;
    m_failed = 0;
}

void TestFullDisk::cleanup()
{
    Test::FileSizeLimit::lift();
}

/// Writes long messages until one of them fails.
void TestFullDisk::fill(SqliteTables &tables)
{
    for (int count = 0; m_failed == 0 && count < 100; ++count) {
        tables.putMessage(message(QStringLiteral("filling %1").arg(count), longText()), m_count);
        QTRY_COMPARE(m_stored + m_failed, count + 1);
    }
    QCOMPARE(m_failed, 1);
}

/// Lets the second pass after which the tables are tried again, and waits for what comes of it.
void TestFullDisk::retry()
{
    QTRY_COMPARE(clock().pendingAlarms(), std::size_t(1));
    clock().advance(1s);
}

void TestFullDisk::nothingOfAFailedBatchIsStored_data()
{
    QTest::addColumn<int>("longMessages");
    QTest::newRow("at the commit") << 8;
    // SQLite writes before the commit what its memory does not hold, and undoes everything when that fails.
    QTest::newRow("in the middle") << 60;
}

void TestFullDisk::nothingOfAFailedBatchIsStored()
{
    QFETCH(const int, longMessages);
    const auto store = SqliteStore::open(file());
    QVERIFY(store.has_value());
    const Test::FileSizeLimit limit(400'000);
    Writes writes{OpenSession{session("ana")}};
    for (int count = 0; count < longMessages; ++count)
        writes.emplace_back(PutMessage{message(QString::number(count), longText())});
    for (int count = 0; count < 100; ++count)
        writes.emplace_back(PutMessage{message(QStringLiteral("short %1").arg(count))});
    QVERIFY(!(*store)->apply(writes).has_value());
    QCOMPARE(sql(QStringLiteral("SELECT message_id FROM MessageHistory")), QStringList());
    QCOMPARE(sql(QStringLiteral("SELECT connection_id FROM ActiveConnections")), QStringList());

    // What has room is stored, though it failed is forgotten.
    const auto applied = (*store)->apply(Writes{PutMessage{message(QStringLiteral("short"))}});
    QVERIFY(applied.has_value() && applied->constFirst().has_value());
    QCOMPARE(sql(QStringLiteral("SELECT message_id FROM MessageHistory")),
             QStringList{QStringLiteral("short")});
}

void TestFullDisk::aTryNeedsRoom()
{
    const auto store = SqliteStore::open(file());
    QVERIFY(store.has_value());
    QVERIFY((*store)->tryToWrite().has_value());
    {
        const Test::FileSizeLimit limit(1'000);
        QVERIFY(!(*store)->tryToWrite().has_value());
    }
    QVERIFY((*store)->tryToWrite().has_value());
}

void TestFullDisk::itIsSaidOnceAndOnceThatThereIsRoom()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("dev.sqlite.*cannot be used")));
    const auto tables = openTables();
    {
        const Test::FileSizeLimit limit(400'000);
        fill(*tables);
        for (int count = 0; count < 10; ++count) {
            tables->putMessage(message(QStringLiteral("lost %1").arg(count), longText()), m_count);
            QTRY_COMPARE(m_failed, count + 2);
            retry();
        }
        QTRY_COMPARE(clock().pendingAlarms(), std::size_t(1));
    }
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("dev.sqlite.*can be written again")));
    const int stored = m_stored;
    tables->putMessage(message(QStringLiteral("kept"), longText()), m_count);
    QTRY_COMPARE(m_stored, stored + 1);
    retry();
    retry();
    // Reported behind what came of the last try.
    tables->putMessage(message(QStringLiteral("kept too")), m_count);
    QTRY_COMPARE(m_stored, stored + 2);
    QCOMPARE(clock().pendingAlarms(), std::size_t(0));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM MessageHistory WHERE message_id LIKE 'lost%'")),
             QStringList{QStringLiteral("0")});
}

void TestFullDisk::whoLeavesMeanwhileIsTakenOutLater()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be used")));
    const auto tables = openTables();
    tables->openSession(session("ana"), m_count);
    tables->putConnection(QStringLiteral("ben"), m_count);
    QTRY_COMPARE(m_stored, 2);
    {
        const Test::FileSizeLimit limit(1'000);
        tables->closeSession(QStringLiteral("ana"), QStringLiteral("2026-01-31T12:00:07Z"), m_count);
        tables->deleteConnection(QStringLiteral("ben"), m_count);
        tables->openSession(session("eve"), m_count);
        QTRY_COMPARE(m_failed, 3);
        QCOMPARE(tables->activeConnections(), QStringList());
        retry();
    }
    retry();
    QTRY_COMPARE(sql(QStringLiteral("SELECT connection_id FROM ActiveConnections")), QStringList());
    QCOMPARE(sql(QStringLiteral("SELECT connection_id, duration_seconds FROM SessionHistory")),
             QStringList{QStringLiteral("ana|7")});
}

void TestFullDisk::manyWhoLeaveMeanwhileAreTakenOutLater()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be used")));
    constexpr int many = 3000;
    const auto tables = openTables();
    for (int count = 0; count < many; ++count)
        tables->putConnection(QString::number(count), m_count);
    QTRY_COMPARE_WITH_TIMEOUT(m_stored, many, 20'000);
    {
        const Test::FileSizeLimit limit(1'000);
        for (int count = 0; count < many; ++count)
            tables->deleteConnection(QString::number(count), m_count);
        QTRY_COMPARE_WITH_TIMEOUT(m_failed, many, 20'000);
    }
    // Whoever comes first brings all of it with him.
    tables->putMessage(message(QStringLiteral("kept")), m_count);
    QTRY_COMPARE(m_stored, many + 1);
    QTRY_COMPARE(sql(QStringLiteral("SELECT count(*) FROM ActiveConnections")),
                 QStringList{QStringLiteral("0")});
}

void TestFullDisk::tablesThatCannotBeMadeAreMadeLater()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be used")));
    const auto tables = SqliteTables::prepare({file()}, clock());
    QVERIFY(tables.has_value());
    {
        const Test::FileSizeLimit limit(1'000);
        (*tables)->openSession(session("ana"), m_count);
        QTRY_COMPARE(m_failed, 1);
    }
    (*tables)->openSession(session("ben"), m_count);
    QTRY_COMPARE(m_stored, 1);
    QCOMPARE(sql(QStringLiteral("SELECT connection_id FROM SessionHistory")),
             QStringList{QStringLiteral("ben")});
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"

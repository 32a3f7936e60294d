// SPDX-License-Identifier: MIT
#include "support/TablesBench.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// Somebody who writes to the file in a shell and takes his time over it.
class Holder
{
public:
    explicit Holder(const QString &file)
    {
        m_database.setDatabaseName(file);
        m_isHolding = m_database.open() && QSqlQuery(m_database).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~Holder()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("holder"));
    }
    Q_DISABLE_COPY_MOVE(Holder)

    bool isHolding() const { return m_isHolding; }
    void letGo() { QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK")); }

private:
    QSqlDatabase m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("holder"));
    bool m_isHolding = false;
};

} // namespace

/// Tables that cannot be written for a while, or never again.
class TestUnwritableTables : public QObject, private Test::TablesBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { moveOut(); }

    void anEndThatCouldNotBeWrittenIsWrittenLater();
    void anEndIsWrittenBeforeWhatCameAfterIt();
    void anEndThatCannotBeWrittenIsTold();
    void aLostFileFailsEveryWrite_data();
    void aLostFileFailsEveryWrite();
};

void TestUnwritableTables::anEndThatCouldNotBeWrittenIsWrittenLater()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("locked")));
    const auto tables = openTables();
    tables->openSession(session("ana"), ignore);
    QTRY_COMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("ana")});
    tables->hurry();
    Holder holder(file());
    QVERIFY(holder.isHolding());
    bool hasFailed = false;
    tables->closeSession(QStringLiteral("ana"), QStringLiteral("2026-01-31T12:00:07Z"),
                         [&hasFailed](const Result<void> &stored) { hasFailed = !stored; });
    QTRY_VERIFY(hasFailed);
    for (int tries = 0; tries < 3; ++tries) {
        QTRY_COMPARE(clock().pendingAlarms(), std::size_t(1));
        clock().advance(1s);
        QCOMPARE(clock().pendingAlarms(), std::size_t(0));
    }
    QTRY_COMPARE(clock().pendingAlarms(), std::size_t(1));
    holder.letGo();
    clock().advance(1s);
    QTRY_COMPARE(sql(QStringLiteral("SELECT disconnected_at, duration_seconds FROM SessionHistory")),
                 QStringList{QStringLiteral("2026-01-31T12:00:07Z|7")});
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
}

void TestUnwritableTables::anEndIsWrittenBeforeWhatCameAfterIt()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("locked")));
    const auto tables = openTables();
    tables->openSession(session("ana"), ignore);
    QTRY_COMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("ana")});
    tables->hurry();
    int failed = 0;
    const auto count = [&failed](const Result<void> &stored) { failed += stored ? 0 : 1; };
    {
        const Holder holder(file());
        QVERIFY(holder.isHolding());
        tables->closeSession(QStringLiteral("ana"), QStringLiteral("2026-01-31T12:00:07Z"), count);
        tables->putMessage(message(QStringLiteral("lost")), count);
        QTRY_COMPARE(failed, 2);
    }
    bool isStored = false;
    tables->putMessage(message(QStringLiteral("kept")),
                       [&isStored](const Result<void> &stored) { isStored = stored.has_value(); });
    QTRY_VERIFY(isStored);
    QCOMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
    QCOMPARE(sql(QStringLiteral("SELECT message_id FROM MessageHistory")),
             QStringList{QStringLiteral("kept")});
}

void TestUnwritableTables::anEndThatCannotBeWrittenIsTold()
{
    const auto tables = openTables();
    tables->openSession(session("ana"), ignore);
    QTRY_COMPARE(sql(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList{QStringLiteral("ana")});
    tables->hurry();
    const Holder holder(file());
    QVERIFY(holder.isHolding());
    tables->closeSession(QStringLiteral("ana"), QStringLiteral("2026-01-31T12:00:07Z"), ignore);
    const auto closed = tables->close();
    QVERIFY(!closed.has_value());
    QVERIFY(closed.error().message.contains(file()));
}

void TestUnwritableTables::aLostFileFailsEveryWrite_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("deleted") << false;
    QTest::newRow("replaced by another") << true;
}

void TestUnwritableTables::aLostFileFailsEveryWrite()
{
    QFETCH(const bool, isReplaced);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("deleted or replaced")));
    const auto tables = openTables();
    QVERIFY(QFile::rename(file(), file() + QStringLiteral(".moved")));
    if (isReplaced)
        QVERIFY(QFile::copy(file() + QStringLiteral(".moved"), file()));
    int failed = 0;
    for (int count = 0; count < 2; ++count) {
        tables->putMessage(message(QString::number(count)),
                           [&failed](const Result<void> &stored) { failed += stored ? 0 : 1; });
        QTRY_COMPARE(failed, count + 1);
    }
}

QTEST_GUILESS_MAIN(TestUnwritableTables)
#include "tst_unwritabletables.moc"

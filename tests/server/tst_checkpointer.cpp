// SPDX-License-Identifier: MIT
#include "support/TablesBench.h"
#include "tables/Checkpointer.h"
#include "tables/SqliteStore.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;

/// How the log of tables that are in use is emptied.
class TestCheckpointer : public QObject, private Test::TablesBench
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }

    void whatIsInTheLogIsMovedInTheBackground();
    void anEmptiedLogIsUsedAnew();
    void itGoesOnWhileSomebodyWrites();
    void theLogGoesWithItsLastUser();
    void whatCannotBeOpenedIsLeftAlone();

private:
    void write(int count);
    qint64 fileSize() const { return QFileInfo(file()).size(); }
    qint64 logSize() const { return QFileInfo(file() + QStringLiteral("-wal")).size(); }

    static constexpr int messageSize = 100'000;

    std::unique_ptr<SqliteStore> m_store;
    int m_written = 0;
};

void TestCheckpointer::init()
{
    moveOut();
    auto opened = SqliteStore::open(file());
    QVERIFY(opened.has_value());
    m_store = std::move(*opened);
}

void TestCheckpointer::write(int count)
{
    for (int number = 0; number < count; ++number) {
        const QString id = QString::number(++m_written);
        const Writes writes{PutMessage{message(id, QStringLiteral("x").repeated(messageSize))}};
        const auto written = m_store->apply(writes);
        QVERIFY(written && written->constFirst());
    }
}

void TestCheckpointer::whatIsInTheLogIsMovedInTheBackground()
{
    write(10);
    QVERIFY(fileSize() < messageSize);
    Checkpointer checkpointer(file());
    QSignalSpy done(&checkpointer, &Checkpointer::done);
    checkpointer.begin();
    QVERIFY(done.wait());
    QVERIFY(fileSize() > qint64{10} * messageSize);
}

void TestCheckpointer::anEmptiedLogIsUsedAnew()
{
    Checkpointer checkpointer(file());
    for (int round = 0; round < 5; ++round) {
        write(10);
        checkpointer.finish();
    }
    QVERIFY(fileSize() > qint64{50} * messageSize);
    QVERIFY(logSize() < qint64{20} * messageSize);
}

void TestCheckpointer::itGoesOnWhileSomebodyWrites()
{
    Checkpointer checkpointer(file());
    QSignalSpy done(&checkpointer, &Checkpointer::done);
    int begun = 0;
    for (; begun < 10; ++begun) {
        checkpointer.begin();
        write(3);
    }
    QTRY_COMPARE(done.size(), begun);
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM MessageHistory")), QStringList{QStringLiteral("30")});
    QCOMPARE(sql(QStringLiteral("PRAGMA integrity_check")), QStringList{QStringLiteral("ok")});
}

void TestCheckpointer::theLogGoesWithItsLastUser()
{
    write(1);
    {
        Checkpointer checkpointer(file());
        checkpointer.begin();
    }
    QVERIFY(logSize() > 0);
    m_store.reset();
    QVERIFY(!QFileInfo::exists(file() + QStringLiteral("-wal")));
}

void TestCheckpointer::whatCannotBeOpenedIsLeftAlone()
{
    Checkpointer checkpointer(directory().filePath(QStringLiteral("missing/dev.sqlite")));
    QSignalSpy done(&checkpointer, &Checkpointer::done);
    checkpointer.begin();
    checkpointer.finish();
    QTRY_COMPARE(done.size(), 1);
}

QTEST_GUILESS_MAIN(TestCheckpointer)
#include "tst_checkpointer.moc"

// SPDX-License-Identifier: MIT
#include "tables/DataDirectory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

class TestDataDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeForItsOwnerOnly();
    void keepsAFileAStage();
    void isUsedByOneAtATime();
    void aLeftLockFileLocksNothing_data();
    void aLeftLockFileLocksNothing();
    void anUnknownHolderIsNotNamed();
    void tellsHowTheLastRunEnded();
    void aFileIsNoDirectory();
    void aDirectoryThatCannotBeMadeIsRefused();

private:
    QTemporaryDir m_directory;
};

void TestDataDirectory::isMadeForItsOwnerOnly()
{
    const QString path = m_directory.filePath(QStringLiteral("deep/down"));
    QVERIFY(DataDirectory::open(path).has_value());
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestDataDirectory::keepsAFileAStage()
{
    const auto directory = DataDirectory::open(m_directory.path());
    QVERIFY(directory.has_value());
    QCOMPARE(directory->tablesFile(QStringLiteral("dev")),
             m_directory.filePath(QStringLiteral("dev.sqlite")));
}

void TestDataDirectory::isUsedByOneAtATime()
{
    {
        const auto first = DataDirectory::open(m_directory.path());
        QVERIFY(first.has_value());
        const auto second = DataDirectory::open(m_directory.path());
        QVERIFY(!second.has_value());
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }
    QVERIFY(DataDirectory::open(m_directory.path()).has_value());
}

/// As a server that was killed leaves it behind, and as nobody does.
void TestDataDirectory::aLeftLockFileLocksNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray running = QByteArray::number(QCoreApplication::applicationPid());
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x01\xff\0garbage", 10);
    QTest::newRow("a process that runs") << running + '\n';
    QTest::newRow("a process that runs, in Qt's form") << running + "\ntst_datadirectory\nhost\n";
}

void TestDataDirectory::aLeftLockFileLocksNothing()
{
    QFETCH(const QByteArray, content);
    QFile file(m_directory.filePath(QStringLiteral("server.lock")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto directory = DataDirectory::open(m_directory.path());
    QVERIFY2(directory.has_value(), directory ? "" : qPrintable(directory.error().message));
}

void TestDataDirectory::anUnknownHolderIsNotNamed()
{
    const auto first = DataDirectory::open(m_directory.path());
    QVERIFY(first.has_value());
    QVERIFY(QFile::resize(m_directory.filePath(QStringLiteral("server.lock")), 0));
    const auto second = DataDirectory::open(m_directory.path());
    QVERIFY(!second.has_value());
    QVERIFY(second.error().message.contains(QStringLiteral("in use by another server; end it")));
}

void TestDataDirectory::tellsHowTheLastRunEnded()
{
    const QTemporaryDir place;
    const auto lastRun = [&place](bool isEndedWell) {
        auto directory = DataDirectory::open(place.path());
        const auto tables = directory->tables(QStringLiteral("dev"), Durability::Full);
        if (isEndedWell)
            directory->noteGoodEnd();
        return tables.lastRun;
    };
    QCOMPARE(lastRun(true), LastRun::Ended);
    QCOMPARE(lastRun(false), LastRun::Ended);
    QCOMPARE(lastRun(true), LastRun::Killed);
    QCOMPARE(lastRun(true), LastRun::Ended);
    const auto tables = DataDirectory::open(place.path())->tables(QStringLiteral("dev"), Durability::Full);
    QCOMPARE(tables.file, place.filePath(QStringLiteral("dev.sqlite")));
    QCOMPARE(tables.durability, Durability::Full);
}

void TestDataDirectory::aFileIsNoDirectory()
{
    const QString path = m_directory.filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto directory = DataDirectory::open(path);
    QVERIFY(!directory.has_value());
    QVERIFY(directory.error().message.contains(QStringLiteral("not a directory")));
    QVERIFY(directory.error().message.contains(path));
}

void TestDataDirectory::aDirectoryThatCannotBeMadeIsRefused()
{
    const QString file = m_directory.filePath(QStringLiteral("other"));
    QFile other(file);
    QVERIFY(other.open(QIODevice::WriteOnly));
    const auto directory = DataDirectory::open(file + QStringLiteral("/inside"));
    QVERIFY(!directory.has_value());
    QVERIFY(directory.error().message.contains(QStringLiteral("cannot be made")));
}

QTEST_GUILESS_MAIN(TestDataDirectory)
#include "tst_datadirectory.moc"

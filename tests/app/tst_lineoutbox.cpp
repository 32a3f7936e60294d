// SPDX-License-Identifier: MIT
#include "transcript/LineOutbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = OutboxLine::State;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("ws://localhost:3001/dev"));
}

OutboxLine line(const char *text, State state = State::Waiting)
{
    return {{Outgoing::Form::Chat, QString::fromUtf8(text), {}}, stage(), WallTime(1s), state};
}

qsizetype files(const QString &directory)
{
    qsizetype count = 0;
    QDirIterator found(directory, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    for (; found.hasNext(); found.next())
        ++count;
    return count;
}

} // namespace

class TestLineOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsALineOverARestart();
    void keepsALineOverAKill();
    void leavesTheLinesOfARunningProgramAlone();
    void handsALineOutOnce();
    void holdsNoSecrets();
    void aDamagedFileHarmsNothing();
    void forgetsAStage();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestLineOutbox::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("outbox"));
}

void TestLineOutbox::keepsALineOverARestart()
{
    const QString verbatim = QStringLiteral(R"({"action":"sendmessage","message":"Hi","room":"7"})");
    {
        LineOutbox outbox(m_path);
        QVERIFY(outbox.save(outbox.add(line("one"))));
        QVERIFY(outbox.save(outbox.add(line("two", State::Doubtful))));
        QVERIFY(
            outbox.save(outbox.add({{Outgoing::Form::Direct, QStringLiteral("psst"), QStringLiteral("ann=")},
                                    stage(),
                                    WallTime(2s)})));
        QVERIFY(outbox.save(
            outbox.add({{Outgoing::Form::Chat, QStringLiteral("Hi"), {}, verbatim}, stage(), WallTime(3s)})));
        outbox.add(line("never saved"));
    }
    LineOutbox outbox(m_path);
    const QStringList names = outbox.take(stage());
    QCOMPARE(names.size(), 4);
    QCOMPARE(outbox.line(names.at(0)).outgoing.text, QStringLiteral("one"));
    QCOMPARE(outbox.line(names.at(0)).state, State::Waiting);
    QCOMPARE(outbox.line(names.at(1)).state, State::Doubtful);
    QCOMPARE(outbox.line(names.at(2)).outgoing.recipientId, QStringLiteral("ann="));
    QCOMPARE(outbox.line(names.at(2)).outgoing.form, Outgoing::Form::Direct);
    QVERIFY(outbox.line(names.at(2)).typedAt == WallTime(2s));
    QCOMPARE(outbox.line(names.at(3)).outgoing.verbatim, verbatim);
    outbox.forget(names.at(0));
    QCOMPARE(files(m_path), 3);
}

void TestLineOutbox::keepsALineOverAKill()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--leave-a-line"), m_path});
    QVERIFY(program.waitForReadyRead());
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    LineOutbox outbox(m_path);
    const QStringList names = outbox.take(stage());
    QCOMPARE(names.size(), 1);
    QCOMPARE(outbox.line(names.at(0)).outgoing.text, QStringLiteral("left"));
}

void TestLineOutbox::leavesTheLinesOfARunningProgramAlone()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--leave-a-line"), m_path});
    QVERIFY(program.waitForReadyRead());
    {
        LineOutbox outbox(m_path);
        QVERIFY(outbox.take(stage()).isEmpty());
    }
    QCOMPARE(files(m_path), 1);
    program.kill();
    QVERIFY(program.waitForFinished());
}

void TestLineOutbox::handsALineOutOnce()
{
    LineOutbox outbox(m_path);
    const QString name = outbox.add(line("one"));
    QVERIFY(outbox.take(stage()).isEmpty());
    outbox.giveBack(name);
    QCOMPARE(outbox.take(stage()), QStringList{name});
    QVERIFY(outbox.take(stage()).isEmpty());
}

void TestLineOutbox::holdsNoSecrets()
{
    LineOutbox outbox(m_path);
    OutboxLine secret = line("one");
    secret.stage = QUrl(QStringLiteral("wss://example.com/dev?token=hunter2"));
    const QString name = outbox.add(secret);
    QVERIFY(outbox.save(name));
    QDirIterator found(m_path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    QFile file(found.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hunter2"));
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // With another token it is the same stage.
    outbox.giveBack(name);
    QCOMPARE(outbox.take(QUrl(QStringLiteral("wss://example.com/dev?token=other"))).size(), 1);
}

void TestLineOutbox::aDamagedFileHarmsNothing()
{
    QVERIFY(QDir().mkpath(m_path + QStringLiteral("/former")));
    QFile damaged(m_path + QStringLiteral("/former/1.json"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    QVERIFY(damaged.write("{\"text\":") > 0);
    damaged.close();
    LineOutbox outbox(m_path);
    QVERIFY(outbox.take(stage()).isEmpty());
    // Somebody may still be able to read it.
    QVERIFY(damaged.exists());
}

void TestLineOutbox::forgetsAStage()
{
    LineOutbox outbox(m_path);
    const QString taken = outbox.add(line("one"));
    const QString free = outbox.add(line("two"));
    OutboxLine other = line("of another stage");
    other.stage = QUrl(QStringLiteral("wss://example.com/dev"));
    const QString kept = outbox.add(other);
    for (const QString &name : {taken, free, kept})
        QVERIFY(outbox.save(name).has_value());
    outbox.giveBack(free);
    outbox.giveBack(kept);
    outbox.forgetStage(QUrl(QStringLiteral("ws://localhost:3001/dev?token=any")));
    QCOMPARE(files(m_path), 1);
    QVERIFY(outbox.take(stage()).isEmpty());
    QCOMPARE(outbox.take(other.stage), QStringList{kept});
}

/// Called anew by keepsALineOverAKill(): saves a line and waits for its end.
int leaveALine(const QString &directory)
{
    LineOutbox outbox(directory);
    if (!outbox.save(outbox.add(line("left"))))
        return 1;
    std::cout << "saved" << std::endl;
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--leave-a-line"))
        return leaveALine(arguments.value(2));
    TestLineOutbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lineoutbox.moc"

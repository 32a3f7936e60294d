// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "transcript/Conversation.h"
#include "wire/Dialect.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("ws://localhost:3001/dev"));
}

/// Conversations that share an outbox, as the windows of one program do.
struct Run
{
    Test::FakeClock &clock;
    LineOutbox outbox;
    Test::FakeTransports transports;
    Conversation conversation{clock, transports.factory(), outbox};
    QSignalSpy questions{&conversation.ownLines(), &OwnLines::staleLinesWaiting};
    QSignalSpy unsaved{&conversation.ownLines(), &OwnLines::notSaved};

    Run(Test::FakeClock &turned, const QString &directory) : clock(turned), outbox(directory)
    {
        conversation.ownLines().setStage(stage());
    }
    void type(const char *text)
    {
        QVERIFY(conversation.ownLines().write({Outgoing::Form::Chat, QString::fromUtf8(text), {}}));
    }
    void connectToStage()
    {
        conversation.session().connectTo(stage());
        Q_EMIT transports.transport().opened();
    }
    QStringList sent() const
    {
        QStringList texts;
        for (const QString &frame : transports.last().sent)
            texts << Dialect::readOutgoing(frame).text;
        return texts;
    }
    QList<Delivery> states()
    {
        QList<Delivery> list;
        const TranscriptModel &transcript = conversation.transcript();
        for (int row = 0; row < transcript.rowCount(); ++row) {
            if (transcript.isOwn(row))
                list << transcript.message(row).delivery;
        }
        return list;
    }
};

qsizetype files(const QString &directory)
{
    qsizetype count = 0;
    QDirIterator found(directory, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    for (; found.hasNext(); found.next())
        ++count;
    return count;
}

} // namespace

/// Lines that outlive a conversation, or the program.
class TestOwnLinesOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysWhenTheDiskTakesNothing();
    void waitingLinesGoOutAfterARestart();
    void aLineUnderWayHasFailedAfterARestart();
    void aDeliveredLineIsGone();
    void asksBeforeItSendsWhatIsOld();
    void holdsBackWhatIsOld();
    void forgetsTheQuestionWithTheConnection();
    void aClosedConversationLeavesItsLines();
    void anotherStageGetsNothing();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestOwnLinesOutbox::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("outbox"));
}

void TestOwnLinesOutbox::saysWhenTheDiskTakesNothing()
{
    Test::FakeClock clock;
    // A file where the folder should be.
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Run run(clock, m_path);
    run.type("one");
    QCOMPARE(run.unsaved.count(), 1);
    QVERIFY(run.unsaved.at(0).at(0).toString().contains(QStringLiteral("Keep Greenroom open")));
    QCOMPARE(run.states(), QList{Delivery::Waiting});
    run.connectToStage();
    QCOMPARE(run.sent(), QStringList{QStringLiteral("one")});
}

void TestOwnLinesOutbox::waitingLinesGoOutAfterARestart()
{
    Test::FakeClock clock;
    {
        Run run(clock, m_path);
        run.type("one");
        run.type("two");
    }
    clock.advance(5min);
    Run run(clock, m_path);
    QCOMPARE(run.states(), QList({Delivery::Waiting, Delivery::Waiting}));
    run.connectToStage();
    QCOMPARE(run.sent(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(run.questions.count(), 0);
}

void TestOwnLinesOutbox::aLineUnderWayHasFailedAfterARestart()
{
    Test::FakeClock clock;
    {
        Run run(clock, m_path);
        run.connectToStage();
        run.type("one");
    }
    Run run(clock, m_path);
    QCOMPARE(run.states(), QList{Delivery::Failed});
    run.connectToStage();
    QVERIFY(run.sent().isEmpty());
    run.conversation.retry(run.conversation.ownLines().lastFailed());
    QCOMPARE(run.sent(), QStringList{QStringLiteral("one")});
}

void TestOwnLinesOutbox::aDeliveredLineIsGone()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    run.connectToStage();
    run.type("one");
    QCOMPARE(files(m_path), 1);
    Q_EMIT run.transports.transport().textReceived(
        QStringLiteral(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  one\n"})"));
    QCOMPARE(run.states(), QList{Delivery::Delivered});
    QCOMPARE(files(m_path), 0);
}

void TestOwnLinesOutbox::asksBeforeItSendsWhatIsOld()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    const WallTime typedAt = clock.wallTime();
    run.type("old");
    clock.advance(OwnLines::freshness + 1ms);
    run.type("new");
    run.connectToStage();
    QVERIFY(run.sent().isEmpty());
    QCOMPARE(run.questions.count(), 1);
    QCOMPARE(run.questions.at(0).at(0).toInt(), 2);
    QVERIFY(run.questions.at(0).at(1).value<WallTime>() == typedAt);
    run.conversation.ownLines().sendWaiting();
    QCOMPARE(run.sent(), QStringList({QStringLiteral("old"), QStringLiteral("new")}));
}

void TestOwnLinesOutbox::holdsBackWhatIsOld()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    run.type("old");
    clock.advance(OwnLines::freshness + 1ms);
    run.connectToStage();
    run.conversation.ownLines().holdBack();
    QVERIFY(run.sent().isEmpty());
    QCOMPARE(run.states(), QList{Delivery::Failed});
    QCOMPARE(files(m_path), 1);
}

void TestOwnLinesOutbox::forgetsTheQuestionWithTheConnection()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    const QSignalSpy forgotten(&run.conversation.ownLines(), &OwnLines::staleLinesForgotten);
    run.type("old");
    clock.advance(OwnLines::freshness + 1ms);
    run.connectToStage();
    const auto before = forgotten.count();
    Q_EMIT run.transports.transport().closed(1001, {});
    QVERIFY(forgotten.count() > before);
    QCOMPARE(run.states(), QList{Delivery::Waiting});
}

void TestOwnLinesOutbox::aClosedConversationLeavesItsLines()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    {
        Conversation closed(clock, run.transports.factory(), run.outbox);
        closed.ownLines().setStage(stage());
        QVERIFY(closed.ownLines().write({Outgoing::Form::Chat, QStringLiteral("one"), {}}));
    }
    QVERIFY(run.states().isEmpty());
    run.connectToStage();
    QCOMPARE(run.sent(), QStringList{QStringLiteral("one")});
}

void TestOwnLinesOutbox::anotherStageGetsNothing()
{
    Test::FakeClock clock;
    Run run(clock, m_path);
    run.type("one");
    run.conversation.session().connectTo(QUrl(QStringLiteral("ws://elsewhere/dev")));
    Q_EMIT run.transports.transport().opened();
    QVERIFY(run.sent().isEmpty());
    run.connectToStage();
    QCOMPARE(run.sent(), QStringList{QStringLiteral("one")});
}

QTEST_GUILESS_MAIN(TestOwnLinesOutbox)
#include "tst_ownlines_outbox.moc"

// SPDX-License-Identifier: MIT
#include "archive/ConversationKey.h"
#include "support/ArchiveBench.h"
#include "support/FakeTransport.h"
#include "transcript/Conversation.h"
#include "wire/Dialect.h"

using namespace Greenroom;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("ws://localhost:3001/dev"));
}

/// A program that keeps its conversations and what has not arrived.
struct Program
{
    Test::ArchiveBench &bench;
    LineOutbox outbox;
    Test::FakeTransports transports;
    Conversation conversation{bench.clock, transports.factory(), outbox};

    Program(Test::ArchiveBench &shared, const QString &directory) : bench(shared), outbox(directory)
    {
        show(stage());
    }
    void show(const QUrl &address)
    {
        conversation.showStage(address, bench.archive->open(ConversationKey::of(address)));
    }
    void connectToStage()
    {
        conversation.session().connectTo(stage());
        Q_EMIT transports.transport().opened();
    }
    void type(const char *text)
    {
        QVERIFY(conversation.ownLines().write({Outgoing::Form::Chat, QString::fromUtf8(text), {}}));
    }
    void echo(const char *text) const
    {
        Q_EMIT transports.transport().textReceived(
            QStringLiteral(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n own=  %1\n"})")
                .arg(QString::fromUtf8(text)));
    }
    QStringList sent() const
    {
        QStringList texts;
        for (const QString &frame : transports.last().sent)
            texts << Dialect::readOutgoing(frame).text;
        return texts;
    }
    /// Our own lines, each with the number of its state.
    QStringList own()
    {
        QStringList list;
        const TranscriptModel &transcript = conversation.transcript();
        for (int row = 0; row < transcript.rowCount(); ++row) {
            const Message &line = transcript.message(row);
            if (transcript.isOwn(row))
                list << QStringLiteral("%1/%2").arg(line.text).arg(static_cast<int>(line.delivery));
        }
        return list;
    }
};

QString lineIn(const char *text, Delivery delivery)
{
    return QStringLiteral("%1/%2").arg(QString::fromUtf8(text)).arg(static_cast<int>(delivery));
}

} // namespace

/// Lines of our own that are kept twice: with the conversation, and in the outbox until they have arrived.
class TestOwnLinesArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        m_bench = std::make_unique<Test::ArchiveBench>();
        m_directory = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup()
    {
        m_program.reset();
        m_bench.reset();
    }

    void aWaitingLineIsThereOnce();
    void aLineUnderWayHasFailed();
    void aDeliveredLineStaysDelivered();
    void aLineThatIsNotInTheOutboxMayHaveArrived();
    void aLineThatIsOnlyInTheOutboxIsShown();
    void aStageThatIsLeftHasItsLinesAgain();
    void aLineIsTakenBackAfterARestart();
    void theOwnIdIsKnownAfterARestart();

private:
    void start() { m_program = std::make_unique<Program>(*m_bench, m_directory->path()); }
    void restart()
    {
        m_program.reset();
        m_bench->reopen();
        start();
    }

    std::unique_ptr<Test::ArchiveBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Program> m_program;
};

void TestOwnLinesArchive::aWaitingLineIsThereOnce()
{
    m_program->type("one");
    m_program->type("two");
    restart();
    restart();
    QCOMPARE(m_program->own(),
             QStringList({lineIn("one", Delivery::Waiting), lineIn("two", Delivery::Waiting)}));
    m_program->connectToStage();
    QCOMPARE(m_program->sent(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    m_program->echo("one");
    m_program->echo("two");
    restart();
    QCOMPARE(m_program->own(),
             QStringList({lineIn("one", Delivery::Delivered), lineIn("two", Delivery::Delivered)}));
}

void TestOwnLinesArchive::aLineUnderWayHasFailed()
{
    m_program->connectToStage();
    m_program->type("one");
    restart();
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Failed)});
    m_program->connectToStage();
    QVERIFY(m_program->sent().isEmpty());
    m_program->conversation.retry(m_program->conversation.ownLines().lastFailed());
    QCOMPARE(m_program->sent(), QStringList{QStringLiteral("one")});
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Sending)});
}

void TestOwnLinesArchive::aDeliveredLineStaysDelivered()
{
    m_program->connectToStage();
    m_program->type("one");
    m_program->echo("one");
    restart();
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Delivered)});
    QCOMPARE(m_program->conversation.ownLines().lastFailed(), -1);
}

void TestOwnLinesArchive::aLineThatIsNotInTheOutboxMayHaveArrived()
{
    m_program->type("one");
    m_program.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    restart();
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Failed)});
    const int row = m_program->conversation.ownLines().lastFailed();
    QVERIFY(m_program->conversation.transcript().message(row).failure.contains(QStringLiteral("not known")));
    m_program->connectToStage();
    m_program->conversation.retry(row);
    QCOMPARE(m_program->sent(), QStringList{QStringLiteral("one")});
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Sending)});
}

void TestOwnLinesArchive::aLineThatIsOnlyInTheOutboxIsShown()
{
    m_program->type("one");
    m_program.reset();
    QVERIFY(m_bench->archive->forget(ConversationKey::of(stage())));
    restart();
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Waiting)});
}

void TestOwnLinesArchive::aStageThatIsLeftHasItsLinesAgain()
{
    m_program->type("one");
    m_program->show(QUrl(QStringLiteral("ws://elsewhere/dev")));
    QVERIFY(m_program->own().isEmpty());
    m_program->show(stage());
    QCOMPARE(m_program->own(), QStringList{lineIn("one", Delivery::Waiting)});
    m_program->connectToStage();
    QCOMPARE(m_program->sent(), QStringList{QStringLiteral("one")});
}

void TestOwnLinesArchive::aLineIsTakenBackAfterARestart()
{
    m_program->type("one");
    restart();
    QString taken;
    connect(&m_program->conversation.ownLines(), &OwnLines::editRequested, this,
            [&taken](const Outgoing &line) { taken = line.text; });
    m_program->conversation.edit(0);
    QCOMPARE(taken, QStringLiteral("one"));
    restart();
    QVERIFY(m_program->own().isEmpty());
}

void TestOwnLinesArchive::theOwnIdIsKnownAfterARestart()
{
    m_program->connectToStage();
    Q_EMIT m_program->transports.transport().textReceived(QStringLiteral(R"({"connection_id": "own="})"));
    m_program->echo("from my other program");
    const auto own = m_program->own();
    QCOMPARE(own.size(), 1);
    restart();
    QCOMPARE(m_program->own(), own);
}

QTEST_GUILESS_MAIN(TestOwnLinesArchive)
#include "tst_ownlines_archive.moc"

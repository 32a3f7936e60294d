// SPDX-License-Identifier: MIT
#include "support/ArchiveBench.h"

#include <QSignalSpy>

using namespace Greenroom;

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void keepsLinesOverARestart();
    void keepsEverythingOfALine();
    void changesAndRemovesLines();
    void knowsWhichLinesHaveNotArrived();
    void keepsOwnIds();
    void sumsUp();
    void keepsWhatIsUnread();
    void tellsOfChangesOnceATurn();
    void onlyTheFirstWrites();
    void theNextTakesOver();
    void nothingBeginsWithoutALine();
    void inMemoryNothingIsKept();
    void conversationsStayApart();
};

void TestArchive::keepsLinesOverARestart()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        QVERIFY(conversation->isComplete());
        Test::put(*conversation, 0, "one");
        Test::put(*conversation, 1, "two");
    }
    bench.reopen();
    const auto again = bench.archive->open(Test::conversationKey());
    QCOMPARE(again->end(), qint64(2));
    QCOMPARE(Test::rows(*again), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QVERIFY(!bench.archive->trouble());
}

void TestArchive::keepsEverythingOfALine()
{
    Test::ArchiveBench bench;
    Message line = Test::ArchiveBench::line(QString::fromUtf8("\ufeffa\0b “é” \xF0\x9F\x8E\xAD", 19));
    line.kind = Message::Kind::Direct;
    line.delivery = Delivery::Failed;
    line.failure = QStringLiteral("Because.");
    line.outboxName = QStringLiteral("0001.json");
    bench.archive->open(Test::conversationKey())->put(0, line, true);
    bench.reopen();
    const auto again = bench.archive->open(Test::conversationKey());
    const Message read = again->lines(0, 1).constFirst().line;
    QCOMPARE(read.text, line.text);
    QCOMPARE(read.kind, line.kind);
    QCOMPARE(read.personId, line.personId);
    QVERIFY(read.at == line.at);
    QCOMPARE(read.delivery, line.delivery);
    QCOMPARE(read.failure, line.failure);
    QCOMPARE(read.outboxName, line.outboxName);
    QCOMPARE(again->frame(0), line.rawFrame);
}

void TestArchive::changesAndRemovesLines()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        Test::put(*conversation, 0, "greens");
        Test::put(*conversation, 1, "yellow");
        Test::put(*conversation, 2, "blues");
        Test::put(*conversation, 1, "reds");
        conversation->remove(0);
    }
    bench.reopen();
    const auto again = bench.archive->open(Test::conversationKey());
    QCOMPARE(Test::rows(*again), QStringList({QStringLiteral("reds"), QStringLiteral("blues")}));
    QVERIFY(again->removedNumbers() == std::vector<qint64>{0});
    QCOMPARE(again->end(), qint64(3));
    QCOMPARE(bench.archive->summary(Test::conversationKey()).messages, qint64(2));
    QCOMPARE(Test::found(again->find(QStringLiteral("yellow"), 3).get()), QStringList());
    QCOMPARE(Test::found(again->find(QStringLiteral("greens"), 3).get()), QStringList());
    QCOMPARE(Test::found(again->find(QStringLiteral("REDS"), 3).get()), QStringList{QStringLiteral("reds")});
}

void TestArchive::knowsWhichLinesHaveNotArrived()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        const QList states{Delivery::None, Delivery::Waiting, Delivery::Sending,
                           Delivery::Sent, Delivery::Failed,  Delivery::Delivered};
        for (const Delivery state : states) {
            Message line = Test::ArchiveBench::line(QStringLiteral("mine"));
            line.delivery = state;
            conversation->put(states.indexOf(state), line, true);
        }
    }
    bench.reopen();
    const auto again = bench.archive->open(Test::conversationKey());
    QList<qint64> numbers;
    const auto unsettled = again->unsettled();
    for (const NumberedLine &line : unsettled)
        numbers << line.number;
    QCOMPARE(numbers, QList<qint64>({1, 2, 4}));
}

void TestArchive::keepsOwnIds()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        conversation->addOwnId(QStringLiteral("me="));
        conversation->addOwnId(QStringLiteral("me="));
    }
    bench.reopen();
    QCOMPARE(bench.archive->open(Test::conversationKey())->ownIds(), QStringList{QStringLiteral("me=")});
}

void TestArchive::sumsUp()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        Test::put(*conversation, 0, "one");
        conversation->put(1, Test::ArchiveBench::line(QStringLiteral(" two\nlines ")), true);
        conversation->put(2, Test::ArchiveBench::line(QStringLiteral("gone"), Message::Kind::Left), false);
    }
    for (int run = 0; run < 2; ++run) {
        const auto summaries = bench.archive->summaries();
        QCOMPARE(summaries.size(), 1);
        const ConversationSummary &summary = summaries.constFirst();
        QCOMPARE(summary.key, Test::conversationKey());
        QCOMPARE(summary.lastText, QStringLiteral("two lines"));
        QCOMPARE(summary.lastPersonId, QStringLiteral("ann="));
        QVERIFY(summary.lastIsOwn);
        QVERIFY(summary.lastAt == Test::ArchiveBench::line({}).at);
        QCOMPARE(summary.messages, qint64(3));
        bench.reopen();
    }
}

void TestArchive::keepsWhatIsUnread()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(Test::conversationKey());
        for (int number = 0; number < 4; ++number)
            Test::put(*conversation, number, "line");
        conversation->addUnread(2);
        conversation->addUnread(3);
    }
    bench.reopen();
    QCOMPARE(bench.archive->summary(Test::conversationKey()).unread, 2);
    QCOMPARE(bench.archive->open(Test::conversationKey())->firstUnread(), qint64(2));
    bench.archive->markRead(Test::conversationKey());
    bench.reopen();
    QCOMPARE(bench.archive->summary(Test::conversationKey()).unread, 0);
    QCOMPARE(bench.archive->open(Test::conversationKey())->firstUnread(), qint64(-1));
}

void TestArchive::tellsOfChangesOnceATurn()
{
    Test::ArchiveBench bench;
    QSignalSpy changed(bench.archive.get(), &Archive::summaryChanged);
    const auto conversation = bench.archive->open(Test::conversationKey());
    Test::put(*conversation, 0, "one");
    Test::put(*conversation, 1, "two");
    QVERIFY(changed.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().constFirst().toString(), Test::conversationKey());
}

void TestArchive::onlyTheFirstWrites()
{
    Test::ArchiveBench bench;
    {
        const auto first = bench.archive->open(Test::conversationKey());
        Test::put(*first, 0, "one");
        QTRY_VERIFY(bench.archive->isWritten());
        const auto second = bench.archive->open(Test::conversationKey());
        QVERIFY(first->isWriter());
        QVERIFY(!second->isWriter());
        QVERIFY(!second->isComplete());
        QCOMPARE(Test::rows(*second), QStringList{QStringLiteral("one")});
        Test::put(*first, 1, "two");
        Test::put(*second, 1, "two");
    }
    bench.reopen();
    QCOMPARE(Test::rows(*bench.archive->open(Test::conversationKey())),
             QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TestArchive::theNextTakesOver()
{
    Test::ArchiveBench bench;
    {
        auto first = bench.archive->open(Test::conversationKey());
        const auto second = bench.archive->open(Test::conversationKey());
        Test::put(*first, 0, "both heard");
        Test::put(*first, 1, "and this");
        Test::put(*second, 0, "both heard");
        first.reset();
        QVERIFY(second->isWriter());
        QVERIFY(!second->isComplete());
        Test::put(*second, 1, "only the second heard");
        Test::put(*second, 1, "only the second heard and mended");
    }
    bench.reopen();
    const QStringList expected{QStringLiteral("both heard"), QStringLiteral("and this"),
                               QStringLiteral("only the second heard and mended")};
    QCOMPARE(Test::rows(*bench.archive->open(Test::conversationKey())), expected);
}

void TestArchive::nothingBeginsWithoutALine()
{
    Test::ArchiveBench bench;
    bench.archive->open(Test::conversationKey());
    bench.reopen();
    QVERIFY(bench.archive->summaries().isEmpty());
}

void TestArchive::inMemoryNothingIsKept()
{
    Test::FakeClock clock;
    Archive archive(clock, {});
    const auto conversation = archive.open(Test::conversationKey());
    QVERIFY(!conversation->isComplete());
    Test::put(*conversation, 0, "one");
    QCOMPARE(archive.summary(Test::conversationKey()).messages, qint64(1));
    QCOMPARE(Test::rows(*conversation), QStringList());
    QVERIFY(!conversation->find(QStringLiteral("one"), 1));
    QVERIFY(archive.forget(Test::conversationKey()));
    QVERIFY(archive.summaries().isEmpty());
    QVERIFY(!archive.trouble());
}

void TestArchive::conversationsStayApart()
{
    Test::ArchiveBench bench;
    const auto one = bench.archive->open(QStringLiteral("one"));
    const auto other = bench.archive->open(QStringLiteral("other"));
    Test::put(*one, 0, "greens");
    Test::put(*other, 0, "greener");
    QTRY_VERIFY(bench.archive->isWritten());
    QCOMPARE(Test::texts(one->lines(0, 9)), QStringList{QStringLiteral("greens")});
    QCOMPARE(Test::found(one->find(QStringLiteral("green"), 1).get()), QStringList{QStringLiteral("greens")});
    QCOMPARE(Test::found(bench.archive->find(QStringLiteral("other"), QStringLiteral("green")).get()),
             QStringList{QStringLiteral("greener")});
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"

// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeNotifier.h"
#include "support/FakeTellerSource.h"
#include "transcript/HighlightWords.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What is told of conversations that nobody looks at.
class TestTeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsOfALine();
    void tellsOnlyOfOthersLines_data();
    void tellsOnlyOfOthersLines();
    void groupsTheLinesOfAStage();
    void keepsStagesApart();
    void aFloodIsToldOnceASecond();
    void countsAStageOnceHoweverManySessions();
    void saysNothingWhileOneLooks();
    void oldLinesAreNoNews();
    void takesAwayWhatWasRead();
    void whatWasReadBeforeItWasToldIsNotTold();
    void leadsToTheConversation();
    void tellsOfAnEnd();
    void forgetsASessionThatGoes();

private:
    Notification only() const { return m_notifier->only(); }

    QTemporaryDir m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeNotifier> m_notifier;
    std::unique_ptr<HighlightWords> m_words;
    std::unique_ptr<Teller> m_teller;
    std::unique_ptr<FakeSource> m_dev;
};

void TestTeller::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_settings =
        std::make_unique<QSettings>(m_directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_settings->clear();
    m_clock = std::make_unique<FakeClock>();
    m_notifier = std::make_unique<FakeNotifier>();
    m_words = std::make_unique<HighlightWords>(*m_settings);
    m_teller = std::make_unique<Teller>(*m_notifier, *m_clock, *m_settings, *m_words);
    m_dev = std::make_unique<FakeSource>(*m_teller, "wss://dev.example/a?token=hunter2");
}

void TestTeller::cleanup()
{
    m_dev.reset();
    m_teller.reset();
}

void TestTeller::tellsOfALine()
{
    m_dev->hear(QStringLiteral("Hello"));
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(only().summary, QStringLiteral("1 message(s) in dev.example"));
    QVERIFY(only().body.endsWith(QStringLiteral(": Hello")));
    QVERIFY(!m_notifier->onlyKey().contains(QStringLiteral("hunter2")));
    QCOMPARE(m_teller->unread(), 1);
}

void TestTeller::tellsOnlyOfOthersLines_data()
{
    QTest::addColumn<Message::Kind>("kind");
    QTest::addColumn<bool>("own");
    QTest::addColumn<int>("told");
    QTest::newRow("somebody's") << Message::Kind::Chat << false << 1;
    QTest::newRow("the backend's") << Message::Kind::Backend << false << 1;
    QTest::newRow("our own") << Message::Kind::Chat << true << 0;
    QTest::newRow("somebody joins") << Message::Kind::Joined << false << 0;
    QTest::newRow("a notice") << Message::Kind::Notice << false << 0;
    QTest::newRow("an error") << Message::Kind::Error << false << 0;
}

void TestTeller::tellsOnlyOfOthersLines()
{
    QFETCH(const Message::Kind, kind);
    QFETCH(const bool, own);
    QFETCH(const int, told);
    m_dev->model.noteOwnId(QStringLiteral("me="));
    m_dev->hear(QStringLiteral("x"), kind, own ? QStringLiteral("me=") : QStringLiteral("ann="));
    QCOMPARE(m_notifier->shown.size(), told);
    QCOMPARE(m_teller->unread(), told);
}

void TestTeller::groupsTheLinesOfAStage()
{
    m_dev->hear(QStringLiteral("one"));
    m_dev->hear(QStringLiteral("two"));
    m_dev->hear(QStringLiteral("three"));
    m_clock->advance(Teller::pause);
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(only().summary, QStringLiteral("3 message(s) in dev.example"));
    QVERIFY(only().body.endsWith(QStringLiteral(": three")));
    QCOMPARE(m_notifier->all.size(), 2);
}

void TestTeller::keepsStagesApart()
{
    FakeSource other(*m_teller, "wss://prod.example/");
    m_dev->hear(QStringLiteral("one"));
    other.hear(QStringLiteral("two"));
    QCOMPARE(m_notifier->shown.size(), 1);
    m_clock->advance(Teller::pause);
    QCOMPARE(m_notifier->shown.size(), 2);
    QCOMPARE(m_teller->unread(), 2);
}

void TestTeller::aFloodIsToldOnceASecond()
{
    for (int line = 0; line < 1000; ++line)
        m_dev->hear(QStringLiteral("x"));
    QCOMPARE(m_notifier->all.size(), 1);
    m_clock->advance(10 * Teller::pause);
    QCOMPARE(m_notifier->all.size(), 2);
    QCOMPARE(only().summary, QStringLiteral("1000 message(s) in dev.example"));
    // And then it is quiet again.
    QCOMPARE(m_clock->pendingAlarms(), std::size_t(0));
}

void TestTeller::countsAStageOnceHoweverManySessions()
{
    FakeSource again(*m_teller, "wss://dev.example/a?token=other");
    m_dev->hear(QStringLiteral("x"));
    again.hear(QStringLiteral("x"));
    m_clock->advance(Teller::pause);
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(m_teller->unread(), 1);
}

void TestTeller::saysNothingWhileOneLooks()
{
    FakeSource again(*m_teller, "wss://dev.example/a");
    m_dev->lookedAt = true;
    m_dev->hear(QStringLiteral("x"));
    // Of another session on the same stage neither: the line is seen.
    again.hear(QStringLiteral("x"));
    QVERIFY(m_notifier->all.isEmpty());
    QCOMPARE(m_teller->unread(), 0);
}

void TestTeller::oldLinesAreNoNews()
{
    m_dev->model.append({Message::Kind::Chat, QStringLiteral("ann="), QStringLiteral("new"), WallTime(), {}});
    m_dev->model.prepend(
        {{Message::Kind::Chat, QStringLiteral("ann="), QStringLiteral("old"), WallTime(), {}}});
    m_teller->noteLines(*m_dev, 0, 0);
    QVERIFY(m_notifier->all.isEmpty());
}

void TestTeller::takesAwayWhatWasRead()
{
    QSignalSpy changed(m_teller.get(), &Teller::unreadChanged);
    m_dev->hear(QStringLiteral("x"));
    m_teller->noteRead(*m_dev);
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(m_teller->unread(), 0);
    QCOMPARE(changed.size(), 2);
    m_clock->advance(Teller::pause);
    m_dev->hear(QStringLiteral("y"));
    QCOMPARE(only().summary, QStringLiteral("1 message(s) in dev.example"));
}

void TestTeller::whatWasReadBeforeItWasToldIsNotTold()
{
    m_dev->hear(QStringLiteral("x"));
    m_dev->hear(QStringLiteral("y"));
    m_teller->noteRead(*m_dev);
    m_clock->advance(5 * Teller::pause);
    QCOMPARE(m_notifier->all.size(), 1);
    QVERIFY(m_notifier->shown.isEmpty());
}

void TestTeller::leadsToTheConversation()
{
    FakeSource again(*m_teller, "wss://dev.example/a");
    m_dev->hear(QStringLiteral("x"));
    again.hear(QStringLiteral("x"));
    Q_EMIT m_notifier->activated(m_notifier->onlyKey());
    QCOMPARE(again.timesForward, 1);
    Q_EMIT m_notifier->activated(QStringLiteral("another"));
    QCOMPARE(again.timesForward + m_dev->timesForward, 1);
}

void TestTeller::tellsOfAnEnd()
{
    m_teller->noteEnd(*m_dev, QStringLiteral("The stage closed the connection: token=hunter2."));
    QCOMPARE(only().summary, QStringLiteral("Disconnected from dev.example"));
    QCOMPARE(only().body, QStringLiteral("The stage closed the connection: token=[redacted]"));
    QCOMPARE(m_teller->unread(), 0);
    m_dev->lookedAt = true;
    m_teller->noteRead(*m_dev);
    m_clock->advance(Teller::pause);
    m_teller->noteEnd(*m_dev, QStringLiteral("Again."));
    QVERIFY(m_notifier->shown.isEmpty());
}

void TestTeller::forgetsASessionThatGoes()
{
    m_dev->hear(QStringLiteral("x"));
    m_dev->hear(QStringLiteral("y"));
    const QString key = m_notifier->onlyKey();
    m_dev.reset();
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(m_teller->unread(), 0);
    Q_EMIT m_notifier->activated(key);
    m_clock->advance(5 * Teller::pause);
    QCOMPARE(m_notifier->all.size(), 1);
}

QTEST_GUILESS_MAIN(TestTeller)
#include "tst_teller.moc"

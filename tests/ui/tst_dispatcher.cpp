// SPDX-License-Identifier: MIT
#include "support/ComposerBench.h"

#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;
using Bench = ComposerBench;

/// What becomes of what is written: commands, people, and what is asked before something is sent.
class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsShownAndNotSent();
    void commandsConnectAndDisconnect();
    void aBadAddressIsExplained();
    void rawFramesLeaveAsTheyStand();
    void rawTextThatIsNoJsonIsExplained();
    void oneLineGoesToOnePerson();
    void allLinesGoToOnePerson();
    void aStageWithoutDirectMessagesSaysSo();
    void anUnknownNameIsExplained();
    void anUnknownCommandIsAskedAbout();
    void anUnknownCommandIsKept();
    void aFailureIsSaid();
    void oldLinesAreAskedAbout();
    void oldLinesAreHeldBack();
};

void TestDispatcher::helpIsShownAndNotSent()
{
    Bench bench;
    bench.write("/help");
    QVERIFY(bench.sent().isEmpty());
    QVERIFY(lastLine(bench.window).contains(QStringLiteral("/disconnect")));
    QCOMPARE(bench.text(), QString());
}

void TestDispatcher::commandsConnectAndDisconnect()
{
    Bench bench;
    bench.write("/disconnect");
    Q_EMIT bench.transports.transport().closed(1000, {});
    QCOMPARE(words(bench.window, "state"), QStringLiteral("Disconnected"));
    bench.write("/disconnect");
    QVERIFY(!bench.hint().isEmpty());
    bench.field().clear();
    bench.write("/connect");
    QCOMPARE(bench.transports.last().address, QUrl(Bench::stage()));
    Q_EMIT bench.transports.transport().opened();
    bench.write("/connect");
    QVERIFY(!bench.hint().isEmpty());
    bench.field().clear();
    bench.write("/connect wss://example.com/prod");
    QCOMPARE(bench.transports.last().address, QUrl(QStringLiteral("wss://example.com/prod")));
}

void TestDispatcher::aBadAddressIsExplained()
{
    Bench bench;
    bench.write("/connect http://example.com");
    QVERIFY(!bench.hint().isEmpty());
    QCOMPARE(bench.transports.count(), 1);
    QVERIFY(!bench.text().isEmpty());
}

void TestDispatcher::rawFramesLeaveAsTheyStand()
{
    Bench bench;
    const QString frame = QStringLiteral(R"({"action" : "sendMessage", "data":"Hi"})");
    say(bench.window, QStringLiteral("/raw ") + frame);
    QCOMPARE(bench.sent(), QStringList{frame});
    bench.receive(QStringLiteral("Hi"));
    QCOMPARE(transcript(bench.window).filter(QStringLiteral("Hi")), QStringList{QStringLiteral("You: Hi")});
    bench.write(R"(/raw {"action":"other"})");
    QCOMPARE(bench.sent().constLast(), QStringLiteral(R"({"action":"other"})"));
}

void TestDispatcher::rawTextThatIsNoJsonIsExplained()
{
    Bench bench;
    bench.write("/raw {\"action\":");
    QVERIFY(bench.sent().isEmpty());
    QVERIFY(bench.hint().contains(QStringLiteral("JSON")));
    QVERIFY(!bench.text().isEmpty());
}

void TestDispatcher::oneLineGoesToOnePerson()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    bench.write("/to ann= psst");
    QCOMPARE(bench.sent(),
             QStringList{Dialect::frame(
                 {Outgoing::Form::Direct, QStringLiteral("psst"), QStringLiteral("ann="), {}})});
    bench.write("aloud");
    QCOMPARE(bench.sent().constLast(), Dialect::chatFrame(QStringLiteral("aloud")));
}

void TestDispatcher::allLinesGoToOnePerson()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    const QString name = bench.window.currentPage().conversation().people().index(1).data().toString();
    say(bench.window, QStringLiteral("/to ") + name.toUpper());
    auto &recipient = find<QToolButton>(bench.window, "recipient");
    QVERIFY(recipient.isVisible() && recipient.text().contains(name));
    bench.write("psst");
    QCOMPARE(Dialect::readOutgoing(bench.sent().constLast()).recipientId, QStringLiteral("ann="));
    QTest::mouseClick(&recipient, Qt::LeftButton);
    QVERIFY(!recipient.isVisible());
    bench.write("aloud");
    QCOMPARE(bench.sent().constLast(), Dialect::chatFrame(QStringLiteral("aloud")));
}

void TestDispatcher::aStageWithoutDirectMessagesSaysSo()
{
    Bench bench;
    bench.annJoins();
    bench.write("/to ann= psst");
    QVERIFY(bench.sent().isEmpty());
    QVERIFY(bench.hint().contains(QStringLiteral("no direct messages")));
}

void TestDispatcher::anUnknownNameIsExplained()
{
    Bench bench;
    bench.meet();
    bench.write("/to nobody psst");
    QVERIFY(bench.sent().isEmpty());
    QVERIFY(bench.hint().contains(QStringLiteral("nobody psst")));
}

void TestDispatcher::anUnknownCommandIsAskedAbout()
{
    Bench bench;
    bench.write("/shrug it off");
    QVERIFY(bench.sent().isEmpty());
    auto &question = find<QWidget>(bench.window, "askCommand");
    QVERIFY(question.isVisible());
    QTest::mouseClick(&find<QPushButton>(question, "answer0"), Qt::LeftButton);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("/shrug it off")});
    QVERIFY(!question.isVisible());
}

void TestDispatcher::anUnknownCommandIsKept()
{
    Bench bench;
    bench.write("/shrug");
    auto &question = find<QWidget>(bench.window, "askCommand");
    QTest::mouseClick(&find<QPushButton>(question, "answer1"), Qt::LeftButton);
    QVERIFY(bench.sent().isEmpty() && !question.isVisible());
    QCOMPARE(bench.text(), QStringLiteral("/shrug"));
    bench.press(Qt::Key_Return);
    QVERIFY(question.isVisible());
    // Writing on is an answer, too.
    bench.type("s");
    QVERIFY(!question.isVisible());
}

void TestDispatcher::aFailureIsSaid()
{
    Bench bench;
    bench.write("one");
    bench.receive(QStringLiteral(R"({"message": "Forbidden", "connectionId": "own=", "requestId": "r1="})"));
    QVERIFY(bench.hint().contains(QStringLiteral("Forbidden")));
}

void TestDispatcher::oldLinesAreAskedAbout()
{
    Bench bench;
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.write("old");
    bench.clock.advance(OwnLines::freshness + 1s);
    bench.connectToStage();
    auto &question = find<QWidget>(bench.window, "askStale");
    QVERIFY(question.isVisible() && bench.sent().isEmpty());
    QTest::mouseClick(&find<QPushButton>(question, "answer0"), Qt::LeftButton);
    QCOMPARE(bench.sentTexts(), QStringList{QStringLiteral("old")});
    QVERIFY(!question.isVisible());
}

void TestDispatcher::oldLinesAreHeldBack()
{
    Bench bench;
    Q_EMIT bench.transports.transport().closed(1001, {});
    bench.write("old");
    bench.clock.advance(OwnLines::freshness + 1s);
    bench.connectToStage();
    auto &question = find<QWidget>(bench.window, "askStale");
    QTest::mouseClick(&find<QPushButton>(question, "answer1"), Qt::LeftButton);
    QVERIFY(bench.sent().isEmpty());
    bench.press(Qt::Key_Up);
    QCOMPARE(bench.text(), QStringLiteral("old"));
}

QTEST_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"

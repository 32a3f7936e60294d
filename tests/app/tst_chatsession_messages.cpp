// SPDX-License-Identifier: MIT
#include "support/SessionBench.h"

#include <QTest>

using namespace Greenroom;
using State = ChatSession::State;
using Bench = Test::SessionBench;

/// What a ChatSession sends and receives.
class TestChatSessionMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void decodesFrames();
    void swallowsPongs();
    void sendsTrimmedText();
    void sendsNothing_data();
    void sendsNothing();
    void refusesWhatTheStageWouldCloseFor();
    void countsBytesRatherThanCharacters();
};

void TestChatSessionMessages::decodesFrames()
{
    Bench bench;
    const QSignalSpy events(&bench.session, &ChatSession::eventReceived);
    bench.connectToStage();
    const QString frame = QStringLiteral(R"({"connection_id": "own="})");
    Q_EMIT bench.transports.transport().textReceived(frame);
    QCOMPARE(events.count(), 1);
    const auto event = events.at(0).at(0).value<Event>();
    QVERIFY(std::holds_alternative<IdentityEvent>(event));
    QCOMPARE(std::get<IdentityEvent>(event).connectionId, QStringLiteral("own="));
    QCOMPARE(events.at(0).at(1).toString(), frame);
}

void TestChatSessionMessages::swallowsPongs()
{
    Bench bench;
    const QSignalSpy events(&bench.session, &ChatSession::eventReceived);
    bench.connectToStage();
    Q_EMIT bench.transports.transport().textReceived(QStringLiteral(R"({"message": "Pong"})"));
    QCOMPARE(events.count(), 0);
    Q_EMIT bench.transports.transport().textReceived(QStringLiteral("pong"));
    QCOMPARE(events.count(), 1);
}

void TestChatSessionMessages::sendsTrimmedText()
{
    Bench bench;
    const QSignalSpy sent(&bench.session, &ChatSession::chatSent);
    bench.connectToStage();
    QVERIFY(bench.session.sendChat(QStringLiteral("  one\n two \n")));
    QCOMPARE(bench.transports.last().sent, QStringList{Dialect::chatFrame(QStringLiteral("one\n two"))});
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(0).toString(), QStringLiteral("one\n two"));
}

void TestChatSessionMessages::sendsNothing_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");

    QTest::newRow("an empty text") << State::Connected << "";
    QTest::newRow("blanks only") << State::Connected << " \n\t ";
    QTest::newRow("a text before connecting") << State::Disconnected << "x";
    QTest::newRow("a text while connecting") << State::Connecting << "x";
    QTest::newRow("a text while closing") << State::Closing << "x";
    QTest::newRow("a text while waiting to try again") << State::WaitingToRetry << "x";
    QTest::newRow("a text after a failure") << State::Failed << "x";
}

void TestChatSessionMessages::sendsNothing()
{
    QFETCH(State, state);
    QFETCH(QString, text);
    Bench bench;
    const QSignalSpy sent(&bench.session, &ChatSession::chatSent);
    if (state != State::Disconnected)
        bench.session.connectTo(Bench::stage());
    if (state == State::Connected || state == State::Closing)
        Q_EMIT bench.transports.transport().opened();
    if (state == State::Closing)
        bench.session.disconnectFromStage();
    if (state == State::Failed)
        Q_EMIT bench.transports.transport().failed({403, {}});
    if (state == State::WaitingToRetry)
        Q_EMIT bench.transports.transport().failed({});
    QCOMPARE(bench.session.state(), state);
    QVERIFY(!bench.session.sendChat(text));
    QCOMPARE(sent.count(), 0);
    QVERIFY(state == State::Disconnected || bench.transports.last().sent.isEmpty());
}

void TestChatSessionMessages::refusesWhatTheStageWouldCloseFor()
{
    Bench bench;
    bench.connectToStage();
    const qsizetype frame = Dialect::chatFrame({}).size();
    const QString longest(ChatSession::largestMessage - frame, u'x');
    const auto refused = bench.session.sendChat(longest + u'x');
    QVERIFY(!refused);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(bench.transports.last().sent.isEmpty());
    QVERIFY(bench.session.sendChat(longest));
    QCOMPARE(bench.transports.last().sent.size(), 1);
}

void TestChatSessionMessages::countsBytesRatherThanCharacters()
{
    Bench bench;
    bench.connectToStage();
    QVERIFY(!bench.session.sendChat(QString(ChatSession::largestMessage / 2, QChar(0x20ac))));
    QVERIFY(bench.transports.last().sent.isEmpty());
}

QTEST_GUILESS_MAIN(TestChatSessionMessages)
#include "tst_chatsession_messages.moc"

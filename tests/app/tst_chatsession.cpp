// SPDX-License-Identifier: MIT
#include "session/ChatSession.h"

#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "wire/Dialect.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using End = ChatSession::End;
using Test::FakeTransport;

namespace {

const QUrl stage(QStringLiteral("ws://localhost:3001/dev"));
const QUrl otherStage(QStringLiteral("wss://example.com/prod"));

/// A session on fakes, and what it has said so far.
struct Bench
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    ChatSession session{clock, transports.factory()};
    QSignalSpy states{&session, &ChatSession::stateChanged};
    QSignalSpy ends{&session, &ChatSession::ended};
    QSignalSpy failures{&session, &ChatSession::connectFailed};

    void connectToStage()
    {
        session.connectTo(stage);
        Q_EMIT transports.transport().opened();
    }
    QList<State> stateList() const
    {
        QList<State> list;
        for (const auto &arguments : states)
            list.append(arguments.at(0).value<State>());
        return list;
    }
    QList<End> endList() const
    {
        QList<End> list;
        for (const auto &arguments : ends)
            list.append(arguments.at(0).value<End>());
        return list;
    }
};

} // namespace

class TestChatSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void isDisconnectedAtFirst();
    void connects();
    void aRefusedAttemptFailsWithItsReason();
    void anAttemptMayFailAtOnce();
    void anAttemptTimesOut();
    void givingUpAnAttemptIsNoFailure();
    void theUserDisconnects();
    void aCloseMayBeAnsweredAtOnce();
    void aCloseThatIsNotAnsweredIsForced();
    void aConnectionThatBreaksWhileClosingIsClosed();
    void thePeerCloses();
    void theConnectionBreaks();
    void connectingAgainAbandonsAnAttempt();
    void connectingAgainEndsASessionFirst();
    void connectingAgainWhileClosingEndsTheSessionFirst();
    void connectsAgainAfterAFailure();
    void mayConnectAgainFromItsOwnSignal();
    void disconnectingWithoutAConnectionDoesNothing();
    void destroyingItDropsTheConnection();
    void decodesFrames();
    void swallowsPongs();
    void sendsTrimmedText();
    void sendsNothing_data();
    void sendsNothing();
};

void TestChatSession::isDisconnectedAtFirst()
{
    Bench bench;
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.session.address(), QUrl());
    QCOMPARE(bench.session.reason(), QString());
    QVERIFY(!bench.session.connectedAt());
    QCOMPARE(bench.session.duration(), 0s);
    QCOMPARE(bench.transports.count(), 0);
}

void TestChatSession::connects()
{
    Bench bench;
    bench.session.connectTo(stage);
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.session.address(), stage);
    QCOMPARE(bench.transports.last().address, stage);
    QVERIFY(!bench.session.connectedAt());
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Connected}));
    QCOMPARE(bench.session.reason(), QString());
    bench.clock.advance(1h);
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSession::aRefusedAttemptFailsWithItsReason()
{
    Bench bench;
    bench.session.connectTo(stage);
    Q_EMIT bench.transports.transport().failed({403, QStringLiteral("Not you.")});
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Not you."));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.ends.count(), 0);
    QVERIFY(!bench.transports.last().transport);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::anAttemptMayFailAtOnce()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::FailsInOpen);
    bench.session.connectTo(stage);
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Failed}));
    QCOMPARE(bench.session.reason(), QStringLiteral("At once."));
    QCOMPARE(bench.failures.count(), 1);
}

void TestChatSession::anAttemptTimesOut()
{
    Bench bench;
    bench.session.connectTo(stage);
    bench.clock.advance(19'999ms);
    QCOMPARE(bench.session.state(), State::Connecting);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::Failed);
    QVERIFY2(bench.session.reason().contains(QStringLiteral("20 second")),
             qPrintable(bench.session.reason()));
    QCOMPARE(bench.failures.count(), 1);
    QCOMPARE(bench.transports.last().abortCalls, 1);
    QVERIFY(!bench.transports.last().transport);
}

void TestChatSession::givingUpAnAttemptIsNoFailure()
{
    Bench bench;
    bench.session.connectTo(stage);
    bench.session.disconnectFromStage();
    QCOMPARE(bench.stateList(), (QList{State::Connecting, State::Disconnected}));
    QCOMPARE(bench.session.reason(), QString());
    QCOMPARE(bench.failures.count() + bench.ends.count(), 0);
    QCOMPARE(bench.transports.last().abortCalls, 1);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::theUserDisconnects()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    QCOMPARE(bench.session.state(), State::Closing);
    QVERIFY(bench.session.connectedAt());
    QCOMPARE(bench.transports.last().closeCalls, 1);
    Q_EMIT bench.transports.transport().closed(1000, QStringLiteral("bye"));
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.session.reason(), QString());
    QVERIFY(!bench.session.connectedAt());
    QVERIFY(!bench.transports.last().transport);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::aCloseMayBeAnsweredAtOnce()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::ClosesInClose);
    bench.connectToStage();
    bench.session.disconnectFromStage();
    QCOMPARE(bench.stateList(),
             (QList{State::Connecting, State::Connected, State::Closing, State::Disconnected}));
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestChatSession::aCloseThatIsNotAnsweredIsForced()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    bench.clock.advance(2'999ms);
    QCOMPARE(bench.session.state(), State::Closing);
    bench.clock.advance(1ms);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.transports.last().abortCalls, 1);
}

void TestChatSession::aConnectionThatBreaksWhileClosingIsClosed()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QCOMPARE(bench.session.reason(), QString());
}

void TestChatSession::thePeerCloses()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().closed(1001, QStringLiteral("Going away"));
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.endList(), QList{End::ByPeer});
    QVERIFY2(bench.session.reason().contains(QStringLiteral("“Going away”")),
             qPrintable(bench.session.reason()));
    QCOMPARE(bench.failures.count(), 0);
    QVERIFY(!bench.transports.last().transport);
}

void TestChatSession::theConnectionBreaks()
{
    Bench bench;
    bench.connectToStage();
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.endList(), QList{End::ByFailure});
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
    QCOMPARE(bench.failures.count(), 0);
    QVERIFY(!bench.session.connectedAt());
}

void TestChatSession::connectingAgainAbandonsAnAttempt()
{
    Bench bench;
    bench.session.connectTo(stage);
    bench.session.connectTo(otherStage);
    QCOMPARE(bench.transports.count(), 2);
    QCOMPARE(bench.transports.record(0).abortCalls, 1);
    QVERIFY(!bench.transports.record(0).transport);
    QCOMPARE(bench.transports.record(1).address, otherStage);
    QCOMPARE(bench.session.address(), otherStage);
    QCOMPARE(bench.stateList(), QList{State::Connecting});
    QCOMPARE(bench.failures.count() + bench.ends.count(), 0);
    bench.clock.advance(20s);
    QCOMPARE(bench.failures.count(), 1);
}

void TestChatSession::connectingAgainEndsASessionFirst()
{
    Bench bench;
    bench.connectToStage();
    bench.session.connectTo(otherStage);
    QCOMPARE(bench.stateList(),
             (QList{State::Connecting, State::Connected, State::Disconnected, State::Connecting}));
    QCOMPARE(bench.endList(), QList{End::ByUser});
    QVERIFY(!bench.transports.record(0).transport);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSession::connectingAgainWhileClosingEndsTheSessionFirst()
{
    Bench bench;
    bench.connectToStage();
    bench.session.disconnectFromStage();
    bench.session.connectTo(otherStage);
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.endList(), QList{End::ByUser});
    bench.clock.advance(ChatSession::closeTimeout);
    QCOMPARE(bench.session.state(), State::Connecting);
}

void TestChatSession::connectsAgainAfterAFailure()
{
    Bench bench;
    bench.session.connectTo(stage);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.connectToStage();
    QCOMPARE(bench.session.state(), State::Connected);
    QCOMPARE(bench.session.reason(), QString());
}

void TestChatSession::mayConnectAgainFromItsOwnSignal()
{
    Bench bench;
    bench.connectToStage();
    connect(&bench.session, &ChatSession::ended, &bench.session,
            [&bench] { bench.session.connectTo(otherStage); });
    Q_EMIT bench.transports.transport().closed(1001, {});
    QCOMPARE(bench.session.state(), State::Connecting);
    QCOMPARE(bench.transports.count(), 2);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.session.state(), State::Connected);
}

void TestChatSession::disconnectingWithoutAConnectionDoesNothing()
{
    Bench bench;
    bench.session.disconnectFromStage();
    QCOMPARE(bench.states.count(), 0);
    bench.session.connectTo(stage);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.session.disconnectFromStage();
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.session.reason(), QStringLiteral("Reset."));
}

void TestChatSession::destroyingItDropsTheConnection()
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    {
        ChatSession session(clock, transports.factory());
        session.connectTo(stage);
        Q_EMIT transports.transport().opened();
    }
    QCOMPARE(transports.last().abortCalls, 1);
    QVERIFY(!transports.last().transport);
    QCOMPARE(clock.pendingAlarms(), 0U);
}

void TestChatSession::decodesFrames()
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

void TestChatSession::swallowsPongs()
{
    Bench bench;
    const QSignalSpy events(&bench.session, &ChatSession::eventReceived);
    bench.connectToStage();
    Q_EMIT bench.transports.transport().textReceived(QStringLiteral(R"({"message": "Pong"})"));
    QCOMPARE(events.count(), 0);
    Q_EMIT bench.transports.transport().textReceived(QStringLiteral("pong"));
    QCOMPARE(events.count(), 1);
}

void TestChatSession::sendsTrimmedText()
{
    Bench bench;
    const QSignalSpy sent(&bench.session, &ChatSession::chatSent);
    bench.connectToStage();
    QVERIFY(bench.session.sendChat(QStringLiteral("  one\n two \n")));
    QCOMPARE(bench.transports.last().sent, QStringList{Dialect::chatFrame(QStringLiteral("one\n two"))});
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(0).toString(), QStringLiteral("one\n two"));
}

void TestChatSession::sendsNothing_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");

    QTest::newRow("an empty text") << State::Connected << "";
    QTest::newRow("blanks only") << State::Connected << " \n\t ";
    QTest::newRow("a text before connecting") << State::Disconnected << "x";
    QTest::newRow("a text while connecting") << State::Connecting << "x";
    QTest::newRow("a text while closing") << State::Closing << "x";
    QTest::newRow("a text after a failure") << State::Failed << "x";
}

void TestChatSession::sendsNothing()
{
    QFETCH(State, state);
    QFETCH(QString, text);
    Bench bench;
    const QSignalSpy sent(&bench.session, &ChatSession::chatSent);
    if (state != State::Disconnected)
        bench.session.connectTo(stage);
    if (state == State::Connected || state == State::Closing)
        Q_EMIT bench.transports.transport().opened();
    if (state == State::Closing)
        bench.session.disconnectFromStage();
    if (state == State::Failed)
        Q_EMIT bench.transports.transport().failed({});
    QCOMPARE(bench.session.state(), state);
    QVERIFY(!bench.session.sendChat(text));
    QCOMPARE(sent.count(), 0);
    QVERIFY(state == State::Disconnected || bench.transports.last().sent.isEmpty());
}

QTEST_GUILESS_MAIN(TestChatSession)
#include "tst_chatsession.moc"

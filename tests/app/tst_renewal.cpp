// SPDX-License-Identifier: MIT
#include "session/LastingLink.h"
#include "support/FakeStage.h"
#include "transcript/Conversation.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using Kind = Message::Kind;

namespace {

/// A conversation with a stage that closes each connection after two hours.
struct Bench
{
    Test::FakeClock clock;
    Test::FakeStage stage{clock};
    LineOutbox outbox{QString()};
    Conversation conversation{clock, stage.factory(), outbox};
    ChatSession &session = conversation.session();
    QList<State> states;

    Bench()
    {
        QObject::connect(&session, &ChatSession::stateChanged, &session,
                         [this](State state) { states.append(state); });
    }
    void connectToStage()
    {
        session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
        clock.advance(1s);
    }
    bool write(const QString &text)
    {
        return conversation.ownLines().write({Outgoing::Form::Chat, text, {}}).has_value();
    }
    /// Kind and text of what was shown since the connection was made.
    QStringList lines()
    {
        QStringList list;
        for (int row = 1; row < conversation.transcript().rowCount(); ++row) {
            const Message &line = conversation.transcript().message(row);
            list.append(line.text.isEmpty() ? line.personId : line.text);
        }
        return list;
    }
    int count(const QString &text) { return static_cast<int>(lines().count(text)); }
};

} // namespace

class TestRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void staysConnectedForDays_data();
    void staysConnectedForDays();
    void waitsForAQuietMoment();
    void losesAndDoublesNothingInABusyStage_data();
    void losesAndDoublesNothingInABusyStage();
    void ourOwnLinesArriveUnderEitherId();
    void nobodyComesOrGoes();
    void tellsSinceWhen();
    void triesAgainWhereItFails();
    void aRefusedRenewalLeavesTheConnectionAlone();
    void theUserMayDisconnectInTheMiddle();
    void aCutInTheMiddleIsNoticed();
};

void TestRenewal::staysConnectedForDays_data()
{
    QTest::addColumn<bool>("tellsIds");
    QTest::newRow("on a stage that tells ids") << true;
    QTest::newRow("on a stage that does not") << false;
}

void TestRenewal::staysConnectedForDays()
{
    QFETCH(bool, tellsIds);
    Bench bench;
    bench.stage.setTellsIds(tellsIds);
    bench.connectToStage();
    bench.clock.advance(72h);
    QCOMPARE(bench.states, (QList{State::Connecting, State::Connected}));
    QCOMPARE(bench.session.duration(), std::chrono::seconds(72h));
    QVERIFY(bench.session.renewals() >= 36 && bench.session.renewals() <= 40);
    QCOMPARE(bench.lines(), QStringList());
    QVERIFY(bench.stage.longestOverlap() <= LastingLink::longestOverlap);
    QCOMPARE(bench.stage.open(), 1);
}

void TestRenewal::waitsForAQuietMoment()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 49min);
    // Somebody writes every five seconds for six minutes.
    for (int line = 0; line < 72; ++line) {
        bench.clock.advance(5s);
        bench.stage.say(QString::number(line));
    }
    QCOMPARE(bench.session.renewals(), 0);
    bench.clock.advance(11s);
    QCOMPARE(bench.session.renewals(), 1);
}

void TestRenewal::losesAndDoublesNothingInABusyStage_data()
{
    QTest::addColumn<int>("offset");
    for (int offset = 0; offset < 100; offset += 7)
        QTest::addRow("offset %d ms", offset) << offset;
}

void TestRenewal::losesAndDoublesNothingInABusyStage()
{
    QFETCH(int, offset);
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 57min + std::chrono::milliseconds(offset));
    QStringList said;
    for (int line = 0; line < 1800; ++line) {
        said.append(QStringLiteral("line %1").arg(line));
        bench.stage.say(said.constLast());
        if (line % 10 == 0)
            QVERIFY(bench.write(QStringLiteral("mine %1").arg(line)));
        bench.clock.advance(100ms);
    }
    bench.clock.advance(30s);
    QCOMPARE(bench.session.renewals(), 1);
    QCOMPARE(bench.states, (QList{State::Connecting, State::Connected}));
    QStringList shown = bench.lines();
    QStringList mine;
    for (const QString &line : std::as_const(shown)) {
        if (line.startsWith(QStringLiteral("mine ")))
            mine.append(line);
    }
    QCOMPARE(mine, bench.stage.history());
    shown.removeIf([](const QString &line) { return line.startsWith(QStringLiteral("mine ")); });
    QCOMPARE(shown, said);
    for (int row = 0; row < bench.conversation.transcript().rowCount(); ++row) {
        const Message &line = bench.conversation.transcript().message(row);
        if (line.text.startsWith(QStringLiteral("mine ")))
            QVERIFY(line.delivery == Delivery::Delivered);
    }
}

void TestRenewal::ourOwnLinesArriveUnderEitherId()
{
    for (const bool tellsIds : {true, false}) {
        Bench bench;
        bench.stage.setTellsIds(tellsIds);
        bench.connectToStage();
        for (int renewal = 0; renewal < 3; ++renewal) {
            const QString text = QStringLiteral("line %1").arg(renewal);
            QVERIFY(bench.write(text));
            bench.clock.advance(1s);
            QCOMPARE(bench.count(text), 1);
            bench.clock.advance(1h + 51min);
            QCOMPARE(bench.session.renewals(), renewal + 1);
        }
        for (int row = 1; row < bench.conversation.transcript().rowCount(); ++row)
            QVERIFY(bench.conversation.transcript().message(row).delivery == Delivery::Delivered);
        QCOMPARE(bench.conversation.ownId(), QStringLiteral("own4="));
    }
}

void TestRenewal::nobodyComesOrGoes()
{
    Bench bench;
    bench.connectToStage();
    bench.stage.say(QStringLiteral("Hello"));
    QVERIFY(bench.write(QStringLiteral("Hi")));
    bench.clock.advance(5h);
    QCOMPARE(bench.lines(), QStringList({QStringLiteral("Hi"), QStringLiteral("Hello")}));
    QStringList people;
    for (int row = 0; row < bench.conversation.people().rowCount(); ++row)
        people.append(bench.conversation.people().index(row).data(PeopleModel::IdRole).toString());
    QCOMPARE(people, QStringList({QStringLiteral("ann="), bench.conversation.ownId().value()}));
}

void TestRenewal::tellsSinceWhen()
{
    Bench bench;
    bench.connectToStage();
    const auto since = bench.session.connectedAt();
    bench.clock.advance(1h + 51min);
    QVERIFY(bench.session.connectedSince() == since);
    QVERIFY(*bench.session.connectedAt() > *since + RenewalSchedule::earliest);
    QCOMPARE(bench.session.renewals(), 1);
}

void TestRenewal::triesAgainWhereItFails()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 49min);
    bench.stage.refuse(503);
    bench.clock.advance(5min);
    QCOMPARE(bench.session.renewals(), 0);
    QVERIFY(bench.stage.attempts() > 5 && bench.stage.attempts() < 12);
    bench.stage.refuse(0);
    bench.clock.advance(31s);
    QCOMPARE(bench.session.renewals(), 1);
    QCOMPARE(bench.states, (QList{State::Connecting, State::Connected}));
}

void TestRenewal::aRefusedRenewalLeavesTheConnectionAlone()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 49min);
    bench.stage.refuse(401);
    bench.clock.advance(10min);
    QCOMPARE(bench.stage.attempts(), 2);
    QCOMPARE(bench.session.state(), State::Connected);
    // The gateway ends it; then the token is missed.
    bench.clock.advance(5min);
    QCOMPARE(bench.session.state(), State::Failed);
    QCOMPARE(bench.stage.attempts(), 3);
    QVERIFY(bench.lines().constFirst().contains(QStringLiteral("after two hours")));
}

void TestRenewal::theUserMayDisconnectInTheMiddle()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 50min);
    QCOMPARE(bench.stage.open(), 2);
    bench.session.disconnectFromStage();
    bench.clock.advance(1s);
    QCOMPARE(bench.session.state(), State::Disconnected);
    QCOMPARE(bench.stage.open(), 0);
    QCOMPARE(bench.clock.pendingAlarms(), 0U);
}

void TestRenewal::aCutInTheMiddleIsNoticed()
{
    Bench bench;
    bench.connectToStage();
    bench.clock.advance(1h + 50min);
    QCOMPARE(bench.stage.open(), 2);
    bench.stage.cut();
    bench.clock.advance(12s);
    QVERIFY(bench.session.state() != State::Connected);
    QCOMPARE(bench.stage.open(), 0);
    bench.stage.restore();
    bench.clock.advance(2min);
    QCOMPARE(bench.session.state(), State::Connected);
}

QTEST_GUILESS_MAIN(TestRenewal)
#include "tst_renewal.moc"

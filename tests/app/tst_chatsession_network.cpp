// SPDX-License-Identifier: MIT
// A session with a real gateway over a real transport, on a way that does what networks do. The session's
// clock stands still until it is turned, so no test waits for a deadline.
#include "session/ChatSession.h"
#include "session/WebSocketTransport.h"
#include "support/FakeClock.h"
#include "support/InProcessGateway.h"
#include "support/UnkindProxy.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::UnkindProxy;
using State = ChatSession::State;

namespace {

/// Ana's session, on the unkind way, and Ben's, on a direct one.
struct NetworkBench
{
    Test::FakeClock clock;
    Test::InProcessGateway gateway;
    UnkindProxy way{gateway.address()};
    ChatSession ana{clock, [] { return std::make_unique<WebSocketTransport>(); }};
    ChatSession ben{clock, [] { return std::make_unique<WebSocketTransport>(); }};
    QSignalSpy heardByAna{&ana, &ChatSession::eventReceived};
    QSignalSpy heardByBen{&ben, &ChatSession::eventReceived};
    QSignalSpy pongs{&ana, &ChatSession::ponged};

    /// Returns when both are in and Ana has heard of it.
    void begin()
    {
        ana.connectTo(way.address());
        QTRY_COMPARE(ana.state(), State::Connected);
        ben.connectTo(gateway.address());
        QTRY_COMPARE(ben.state(), State::Connected);
        QTRY_VERIFY(holds(heardByAna, QStringLiteral("joined")));
    }
    static qsizetype count(const QSignalSpy &heard, const QString &text)
    {
        return std::count_if(heard.begin(), heard.end(), [&text](const QList<QVariant> &arguments) {
            return arguments.at(1).toString().contains(text);
        });
    }
    /// Whether somebody has said exactly this.
    static bool hasHeard(const QSignalSpy &heard, const QString &text)
    {
        return std::any_of(heard.begin(), heard.end(), [&text](const QList<QVariant> &arguments) {
            const auto event = arguments.at(0).value<Event>();
            const auto *line = std::get_if<ChatLineEvent>(&event);
            return line != nullptr && line->text == text;
        });
    }
    static bool holds(const QSignalSpy &heard, const QString &text) { return count(heard, text) > 0; }
    /// Turns the clock by so much, second by second, and lets everything in between happen: what is asked at
    /// a second is answered before the next, if it can be.
    void pass(std::chrono::seconds time)
    {
        for (auto passed = 0s; passed < time; ++passed) {
            clock.advance(1s);
            ben.probe("turn");
            QSignalSpy turn(&ben, &ChatSession::ponged);
            if (ben.state() == State::Connected)
                QTRY_VERIFY(!turn.isEmpty());
        }
    }
};

} // namespace

class TestChatSessionNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysConnectedWhereThePeerAnswers();
    void findsADeadPeer_data();
    void findsADeadPeer();
    void comesBackAfter_data();
    void comesBackAfter();
    void takesLongTextsDropByDrop();
    void losesNothingThatWasSentBeforeTheEnd();
};

void TestChatSessionNetwork::staysConnectedWhereThePeerAnswers()
{
    NetworkBench bench;
    bench.begin();
    for (int beat = 1; beat <= 3; ++beat) {
        const qsizetype before = bench.pongs.count();
        bench.clock.advance(30s);
        QTRY_VERIFY(bench.pongs.count() > before);
    }
    QCOMPARE(bench.ana.state(), State::Connected);
    QCOMPARE(bench.way.connections(), 1);
}

void TestChatSessionNetwork::findsADeadPeer_data()
{
    QTest::addColumn<bool>("toStage");
    QTest::addColumn<bool>("toClient");
    QTest::addColumn<bool>("sends");
    QTest::addColumn<int>("seconds");
    QTest::newRow("nothing goes through, nobody writes") << true << true << false << 40;
    QTest::newRow("nothing goes through, Ana writes") << true << true << true << 10;
    QTest::newRow("nothing arrives, nobody writes") << false << true << false << 40;
    QTest::newRow("nothing arrives, Ana writes") << false << true << true << 10;
    QTest::newRow("nothing leaves, nobody writes") << true << false << false << 40;
    QTest::newRow("nothing leaves, Ana writes") << true << false << true << 10;
}

void TestChatSessionNetwork::findsADeadPeer()
{
    QFETCH(bool, toStage);
    QFETCH(bool, toClient);
    QFETCH(bool, sends);
    QFETCH(int, seconds);
    NetworkBench bench;
    bench.begin();
    if (toStage)
        bench.way.stall(UnkindProxy::Way::ToStage);
    if (toClient)
        bench.way.stall(UnkindProxy::Way::ToClient);
    if (sends)
        QVERIFY(bench.ana.sendChat(QStringLiteral("Is anybody there?")));
    bench.pass(std::chrono::seconds(seconds));
    QVERIFY(bench.ana.state() != State::Connected);
    QVERIFY2(bench.ana.reason().contains(QStringLiteral("heartbeat")), qPrintable(bench.ana.reason()));
}

void TestChatSessionNetwork::comesBackAfter_data()
{
    QTest::addColumn<QString>("accident");
    QTest::newRow("an end in good order") << QStringLiteral("cut");
    QTest::newRow("a reset") << QStringLiteral("reset");
    QTest::newRow("a host that was down") << QStringLiteral("down");
    QTest::newRow("a silence") << QStringLiteral("silence");
}

void TestChatSessionNetwork::comesBackAfter()
{
    QFETCH(QString, accident);
    NetworkBench bench;
    bench.begin();
    if (accident == QStringLiteral("down"))
        bench.way.refuse();
    if (accident == QStringLiteral("reset"))
        bench.way.reset();
    else if (accident == QStringLiteral("silence"))
        bench.way.stall();
    else
        bench.way.cut();
    if (accident == QStringLiteral("silence"))
        bench.pass(40s);
    QTRY_VERIFY(bench.ana.state() != State::Connected);
    QVERIFY(!bench.ana.reason().isEmpty());
    if (accident == QStringLiteral("down"))
        bench.pass(60s);
    if (accident == QStringLiteral("down"))
        bench.way.accept();
    bench.way.resume();
    // An attempt that was under way may fail yet; the next one comes a minute later at the latest.
    for (auto passed = 0s; passed < 2 * ReconnectPolicy::cap && bench.ana.state() != State::Connected;
         ++passed)
        bench.pass(1s);
    QTRY_COMPARE(bench.ana.state(), State::Connected);
    const QString text = QStringLiteral("Back again");
    QVERIFY(bench.ana.sendChat(text));
    QTRY_COMPARE(NetworkBench::count(bench.heardByBen, text), 1);
    QTRY_COMPARE(NetworkBench::count(bench.heardByAna, text), 1);
}

void TestChatSessionNetwork::takesLongTextsDropByDrop()
{
    NetworkBench bench;
    bench.begin();
    // A prime number of bytes, so that it falls between, and inside of, all kinds of characters and heads.
    bench.way.drip(997);
    const QString text = QStringLiteral("aé€😀").repeated(3000);
    QVERIFY(bench.ana.sendChat(text));
    QTRY_VERIFY(NetworkBench::hasHeard(bench.heardByBen, text));
    QTRY_VERIFY(NetworkBench::hasHeard(bench.heardByAna, text));
    QCOMPARE(bench.way.connections(), 1);
}

void TestChatSessionNetwork::losesNothingThatWasSentBeforeTheEnd()
{
    constexpr int lines = 200;
    NetworkBench bench;
    bench.begin();
    bench.way.stall(UnkindProxy::Way::ToClient);
    for (int line = 1; line <= lines; ++line)
        QVERIFY(bench.ben.sendChat(QStringLiteral("Line %1.").arg(line)));
    QTRY_COMPARE(NetworkBench::count(bench.heardByBen, QStringLiteral("Line ")), lines);
    bench.gateway.gateway().shutDown();
    bench.way.resume();
    QTRY_VERIFY(bench.ana.state() != State::Connected);
    QCOMPARE(NetworkBench::count(bench.heardByAna, QStringLiteral("Line ")), lines);
}

QTEST_GUILESS_MAIN(TestChatSessionNetwork)
#include "tst_chatsession_network.moc"

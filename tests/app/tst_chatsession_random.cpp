// SPDX-License-Identifier: MIT
#include "support/FakeStage.h"
#include "support/FakeTransport.h"
#include "transcript/Conversation.h"

#include <QHash>
#include <QTest>
#include <algorithm>
#include <random>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;
using std::chrono::milliseconds;

namespace {

/// A session for which everything goes wrong that can, and what must hold all the same.
class RoughDays
{
public:
    explicit RoughDays(unsigned int seed) : m_random(seed)
    {
        m_session.setRandom([this] { return std::uniform_real_distribution<>(0, 1)(m_random); });
        m_stage.setTellsIds(below(2) == 0);
        m_session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    }

    void act()
    {
        switch (below(14)) {
        case 0:
        case 1:
        case 2:
            send();
            break;
        case 3:
            say();
            break;
        case 4:
            m_stage.cut();
            break;
        case 5:
        case 6:
            m_stage.restore();
            break;
        case 7:
            m_stage.refuse(below(2) == 0 ? 401 : 503);
            break;
        case 8:
            m_stage.refuse(0);
            break;
        case 9:
            m_stage.closeAll(below(2) == 0 ? 1001 : 1012);
            break;
        case 10:
            sleep();
            break;
        case 11:
            pressTheButton();
            break;
        default:
            letTimePass();
        }
    }
    /// All is well again, and the user does what he is asked to.
    void finish()
    {
        m_stage.restore();
        m_stage.refuse(0);
        advance(3min);
        if (m_session.state() == State::Failed || m_session.state() == State::Disconnected)
            pressTheButton();
        advance(3min);
        // What waited for so long that somebody is to be asked.
        m_conversation.ownLines().sendWaiting();
        advance(1min);
    }

    State state() const { return m_session.state(); }
    const QStringList &complaints() const { return m_complaints; }
    Test::FakeStage &stage() { return m_stage; }
    Conversation &conversation() { return m_conversation; }
    const QStringList &typed() const { return m_typed; }

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned int>(bound)); }
    void send()
    {
        m_typed.append(QStringLiteral("mine %1").arg(m_typed.size()));
        if (!m_conversation.ownLines().write({Outgoing::Form::Chat, m_typed.constLast(), {}}))
            complain("a line was not taken");
    }
    void say() { m_stage.say(QStringLiteral("said %1").arg(++m_said)); }
    void sleep()
    {
        const milliseconds length =
            below(2) == 0 ? milliseconds(below(60'000)) : below(180) * milliseconds(1min);
        // Nobody keeps a connection for a machine that does not answer.
        if (length > 5min) {
            const bool wasCut = m_stage.isCut();
            m_stage.cut();
            if (!wasCut)
                m_stage.restore();
        }
        m_clock.sleep(length);
    }
    void pressTheButton()
    {
        if (m_session.state() == State::Disconnected || m_session.state() == State::Failed)
            m_session.connectTo(m_session.address());
        else if (m_session.state() == State::WaitingToRetry)
            m_session.retryNow();
        else if (below(3) == 0)
            m_session.disconnectFromStage();
    }
    void letTimePass()
    {
        const int kind = below(4);
        advance(kind == 0   ? milliseconds(below(1'000))
                : kind == 1 ? milliseconds(below(60'000))
                : kind == 2 ? below(60) * milliseconds(1min)
                            : milliseconds(1h + 45min) + milliseconds(below(1'200'000)));
    }
    void advance(milliseconds length)
    {
        const int before = m_stage.attempts();
        m_clock.advance(length);
        // Two failing renewals or attempts a minute, and what a fresh back-off takes.
        const auto bound = 25 + 5 * std::chrono::ceil<std::chrono::minutes>(length).count();
        if (m_stage.attempts() - before > bound)
            complain("too many attempts");
    }
    void complain(const char *what) { m_complaints.append(QLatin1String(what)); }

    Test::FakeClock m_clock;
    Test::FakeStage m_stage{m_clock};
    LineOutbox m_outbox{QString()};
    Conversation m_conversation{m_clock, m_stage.factory(), m_outbox};
    ChatSession &m_session = m_conversation.session();
    std::mt19937 m_random;
    QStringList m_typed;
    QStringList m_complaints;
    int m_said = 0;
};

} // namespace

class TestChatSessionRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void keepsItsPromises_data();
    void keepsItsPromises();
    void saysLittleWhenIdle();
    void isBackSoon_data();
    void isBackSoon();

    void cleanupTestCase() const;

private:
    void checkOne(unsigned int seed);

    milliseconds m_worstDeath{0};
    milliseconds m_worstDeathAfterSend{0};
    milliseconds m_worstOverlap{0};
};

void TestChatSessionRandom::keepsItsPromises_data()
{
    QTest::addColumn<unsigned int>("first");
    for (unsigned int first = 1; first <= 1000; first += 50)
        QTest::addRow("seeds %u to %u", first, first + 49) << first;
}

void TestChatSessionRandom::keepsItsPromises()
{
    QFETCH(unsigned int, first);
    for (unsigned int seed = first; seed < first + 50; ++seed) {
        checkOne(seed);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestChatSessionRandom::checkOne(unsigned int seed)
{
    constexpr int acts = 60;
    RoughDays days(seed);
    for (int act = 0; act < acts; ++act)
        days.act();
    days.finish();
    const QString name = QStringLiteral("seed %1").arg(seed);
    m_worstDeath = std::max(m_worstDeath, days.stage().longestDeath());
    m_worstDeathAfterSend = std::max(m_worstDeathAfterSend, days.stage().longestDeathAfterSend());
    m_worstOverlap = std::max(m_worstOverlap, days.stage().longestOverlap());

    QVERIFY2(days.complaints().isEmpty(), qPrintable(name + days.complaints().join(u',')));
    QVERIFY2(days.state() == State::Connected, qPrintable(name));
    QVERIFY2(days.stage().open() == 1, qPrintable(name));
    QVERIFY2(days.stage().longestDeath() <= 40s, qPrintable(name));
    QVERIFY2(days.stage().longestDeathAfterSend() <= 10s, qPrintable(name));
    QVERIFY2(days.stage().longestOverlap() <= LastingLink::longestOverlap, qPrintable(name));
    QHash<QString, int> shown;
    QHash<QString, Delivery> states;
    const TranscriptModel &transcript = days.conversation().transcript();
    for (int row = 0; row < transcript.rowCount(); ++row) {
        ++shown[transcript.message(row).text];
        if (transcript.isOwn(row))
            states.insert(transcript.message(row).text, transcript.message(row).delivery);
    }
    for (const QString &line : days.typed()) {
        const QString where = name + QStringLiteral(": ") + line;
        QVERIFY2(shown.value(line) == 1, qPrintable(where));
        QVERIFY2(days.stage().history().count(line) <= 1, qPrintable(where));
        QVERIFY2(states.value(line) == Delivery::Delivered || states.value(line) == Delivery::Failed,
                 qPrintable(where));
        QVERIFY2(states.value(line) == Delivery::Failed || days.stage().history().contains(line),
                 qPrintable(where));
    }
    for (const QString &frame : days.stage().received()) {
        const int at = static_cast<int>(frame.indexOf(QStringLiteral("said ")));
        if (at >= 0)
            QVERIFY2(shown.value(frame.mid(at).section(u'\\', 0, 0)) == 1, qPrintable(name + frame));
    }
}

void TestChatSessionRandom::cleanupTestCase() const
{
    const auto seconds = [](milliseconds time) { return static_cast<double>(time.count()) / 1000; };
    qInfo("worst of all: a dead peer noticed after %.1f s, %.1f s after a send; two connections for %.1f s",
          seconds(m_worstDeath), seconds(m_worstDeathAfterSend), seconds(m_worstOverlap));
}

/// The frames of an hour in which nobody says anything, both ways, with their heads.
void TestChatSessionRandom::saysLittleWhenIdle()
{
    Test::FakeClock clock;
    Test::FakeTransports transports;
    ChatSession session(clock, transports.factory());
    session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
    Q_EMIT transports.transport().opened();
    clock.advance(1h);
    constexpr qsizetype head = 2;
    constexpr qsizetype mask = 4;
    qsizetype bytes = 0;
    for (const QString &frame : transports.last().sent)
        bytes += head + mask + frame.size() + head + QByteArrayLiteral(R"({"message": "pong"})").size();
    for (const QByteArray &payload : transports.last().pings)
        bytes += head + mask + head + 2 * payload.size();
    qInfo("bytes in an idle hour, both ways: %lld", static_cast<long long>(bytes));
    QVERIFY(bytes < 12'000);
}

void TestChatSessionRandom::isBackSoon_data()
{
    QTest::addColumn<int>("seconds");
    for (const int seconds : {1, 30, 600})
        QTest::addRow("a cut of %d s", seconds) << seconds;
}

void TestChatSessionRandom::isBackSoon()
{
    QFETCH(int, seconds);
    QList<milliseconds> times;
    for (unsigned int seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        Test::FakeClock clock;
        Test::FakeStage stage(clock);
        ChatSession session(clock, stage.factory());
        session.setRandom([&random] { return std::uniform_real_distribution<>(0, 1)(random); });
        session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
        clock.advance(2min + milliseconds(random() % 30'000));
        stage.cut();
        clock.advance(std::chrono::seconds(seconds));
        stage.restore();
        milliseconds time{0};
        const int before = stage.attempts();
        for (; stage.attempts() == before || session.state() != State::Connected; time += 10ms)
            clock.advance(10ms);
        times.append(time);
    }
    std::sort(times.begin(), times.end());
    qInfo("back after a cut of %d s: median %.1f s, worst %.1f s of 50", seconds,
          static_cast<double>(times.at(25).count()) / 1000,
          static_cast<double>(times.constLast().count()) / 1000);
    // To notice takes 40 s at most, an attempt into the void 20 s, and the wait before the next one 60 s.
    QVERIFY(times.constLast() <= 81s);
}

QTEST_GUILESS_MAIN(TestChatSessionRandom)
#include "tst_chatsession_random.moc"

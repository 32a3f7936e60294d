// SPDX-License-Identifier: MIT
#include "session/NetworkHint.h"
#include "support/SessionBench.h"

#include <QMetaEnum>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using State = ChatSession::State;

namespace {

enum class Act {
    Connect,
    Open,
    Break,
    Refuse,
    Close,
    CloseByPolicy,
    Disconnect,
    Retry,
    Wake,
    Hint,
    CountToZero,
    LetTimePass
};

const QList<std::pair<Act, const char *>> &acts()
{
    static const QList<std::pair<Act, const char *>> all{
        {Act::Connect, "connect"},
        {Act::Open, "open"},
        {Act::Break, "break"},
        {Act::Refuse, "refuse for good"},
        {Act::Close, "close"},
        {Act::CloseByPolicy, "close by policy"},
        {Act::Disconnect, "disconnect"},
        {Act::Retry, "now"},
        {Act::Wake, "wake up"},
        {Act::Hint, "the network returns"},
        {Act::CountToZero, "the countdown ends"},
        {Act::LetTimePass, "time passes"},
    };
    return all;
}

/// What a session is to do, told in another way than its code: a table.
struct Model
{
    State state = State::Disconnected;
    /// There was a connection, and it is to be restored or there still.
    bool isInSession = false;

    void take(Act act)
    {
        state = next(act);
        if (state == State::Connected)
            isInSession = true;
        if (act == Act::Connect || state == State::Disconnected || state == State::Closing
            || state == State::Failed)
            isInSession = false;
    }
    State next(Act act) const
    {
        if (act == Act::Connect)
            return State::Connecting;
        if (act == Act::CountToZero && isInSession)
            return state == State::Connected ? State::Closing : State::Disconnected;
        switch (state) {
        case State::Connecting:
            return whileConnecting(act);
        case State::Connected:
            return whileConnected(act);
        case State::WaitingToRetry:
            return whileWaiting(act);
        case State::Closing:
            return whileClosing(act);
        default:
            return state;
        }
    }

private:
    static State whileConnecting(Act act)
    {
        switch (act) {
        case Act::Open:
            return State::Connected;
        case Act::Break:
            return State::WaitingToRetry;
        case Act::Refuse:
            return State::Failed;
        case Act::Disconnect:
            return State::Disconnected;
        default:
            return State::Connecting;
        }
    }
    static State whileConnected(Act act)
    {
        switch (act) {
        case Act::Break:
        case Act::Close:
            return State::WaitingToRetry;
        case Act::Refuse:
        case Act::CloseByPolicy:
            return State::Failed;
        case Act::Disconnect:
            return State::Closing;
        default:
            return State::Connected;
        }
    }
    static State whileWaiting(Act act)
    {
        switch (act) {
        case Act::Disconnect:
            return State::Disconnected;
        case Act::Retry:
        case Act::Wake:
        case Act::Hint:
        case Act::LetTimePass:
            return State::Connecting;
        default:
            return State::WaitingToRetry;
        }
    }
    static State whileClosing(Act act)
    {
        switch (act) {
        case Act::Break:
        case Act::Refuse:
        case Act::Close:
        case Act::CloseByPolicy:
        case Act::LetTimePass:
            return State::Disconnected;
        default:
            return State::Closing;
        }
    }
};

struct Bench : Test::SessionBench
{
    NetworkHint hint;
    Model model;

    Bench() { session.listenTo(hint); }

    void take(Act act)
    {
        perform(act);
        model.take(act);
    }
    QString difference(const QString &path) const
    {
        const auto name = [](State state) {
            return QLatin1String(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state)));
        };
        if (session.state() != model.state)
            return QStringLiteral("%1: %2, not %3").arg(path, name(session.state()), name(model.state));
        const bool rests = model.state == State::Disconnected || model.state == State::Failed;
        if (rests && clock.pendingAlarms() > 0)
            return QStringLiteral("%1: something is still to come").arg(path);
        if (session.retryIn().has_value() != (model.state == State::WaitingToRetry))
            return QStringLiteral("%1: a wrong countdown").arg(path);
        return {};
    }

private:
    void perform(Act act)
    {
        const bool hasTransport = transports.count() > 0 && !transports.last().transport.isNull();
        const bool isOpening = session.state() == State::Connecting;
        switch (act) {
        case Act::Connect:
            session.connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
            break;
        case Act::Open:
            if (hasTransport && isOpening)
                Q_EMIT transports.transport().opened();
            break;
        case Act::Break:
            if (hasTransport)
                Q_EMIT transports.transport().failed({0, QStringLiteral("Reset.")});
            break;
        case Act::Refuse:
            if (hasTransport)
                Q_EMIT transports.transport().failed({401, QStringLiteral("Who?")});
            break;
        case Act::Close:
        case Act::CloseByPolicy:
            if (hasTransport && !isOpening)
                Q_EMIT transports.transport().closed(act == Act::Close ? 1001 : 1008, {});
            break;
        case Act::Disconnect:
            session.disconnectFromStage();
            break;
        case Act::Retry:
            session.retryNow();
            break;
        case Act::Wake:
            clock.sleep(5min);
            break;
        case Act::Hint:
            // Time enough since the last one that neither is left out; sleep makes nothing else due.
            Q_EMIT hint.returned();
            break;
        case Act::CountToZero:
            session.autoDisconnect().setLimit(1s);
            session.autoDisconnect().setEnabled(true);
            clock.sleep(1s);
            session.autoDisconnect().setEnabled(false);
            break;
        case Act::LetTimePass:
            clock.advance(6s);
            break;
        }
    }
};

/// How to come to each state, with a connection behind it or without.
const QList<std::pair<const char *, QList<Act>>> &beginnings()
{
    static const QList<std::pair<const char *, QList<Act>>> all{
        {"disconnected", {}},
        {"connecting", {Act::Connect}},
        {"connected", {Act::Connect, Act::Open}},
        {"waiting for the first connection", {Act::Connect, Act::Break}},
        {"waiting for another connection", {Act::Connect, Act::Open, Act::Close}},
        {"connecting again", {Act::Connect, Act::Open, Act::Close, Act::Retry}},
        {"connected again", {Act::Connect, Act::Open, Act::Break, Act::Retry, Act::Open}},
        {"closing", {Act::Connect, Act::Open, Act::Disconnect}},
        {"failed", {Act::Connect, Act::Refuse}},
    };
    return all;
}

} // namespace

/// Every transition of a ChatSession, and every pair of them.
class TestChatSessionPairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void doesAsTheTableSays_data();
    void doesAsTheTableSays();
};

void TestChatSessionPairs::doesAsTheTableSays_data()
{
    QTest::addColumn<int>("beginning");
    QTest::addColumn<Act>("first");
    for (int beginning = 0; beginning < beginnings().size(); ++beginning) {
        for (const auto &[act, name] : acts())
            QTest::addRow("%s, then %s", beginnings().at(beginning).first, name) << beginning << act;
    }
}

void TestChatSessionPairs::doesAsTheTableSays()
{
    QFETCH(int, beginning);
    QFETCH(Act, first);
    for (const auto &[second, name] : acts()) {
        Bench bench;
        for (const Act act : beginnings().at(beginning).second)
            bench.take(act);
        QCOMPARE(bench.difference(QStringLiteral("at first")), QString());
        bench.take(first);
        QCOMPARE(bench.difference(QStringLiteral("after the first")), QString());
        // Two hints in a row are one, so the second has to come later; nothing falls due in a nod.
        bench.take(second);
        const bool isSecondHint = first == Act::Hint && second == Act::Hint;
        if (!isSecondHint)
            QCOMPARE(bench.difference(QLatin1String(name)), QString());
    }
}

QTEST_GUILESS_MAIN(TestChatSessionPairs)
#include "tst_chatsession_pairs.moc"

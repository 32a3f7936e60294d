// SPDX-License-Identifier: MIT
#include "support/ConversationBench.h"
#include "wire/Dialect.h"

#include <QHash>
#include <QTest>
#include <random>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// A stage that does anything with what it gets: echoes in any order, refuses, forgets, hangs up.
class UnreliableStage
{
public:
    explicit UnreliableStage(unsigned int seed) : m_random(seed) { connect(); }

    void act()
    {
        switch (below(8)) {
        case 0:
        case 1:
            type();
            break;
        case 2:
        case 3:
            echo();
            break;
        case 4:
            refuseOrForget();
            break;
        case 5:
            m_bench.clock.advance(std::chrono::seconds(below(12)));
            break;
        case 6:
            answerPing();
            break;
        default:
            mishap();
        }
    }

    /// Lets everything come to its end.
    void finish()
    {
        if (m_bench.conversation.session().state() != ChatSession::State::Connected)
            connect();
        m_bench.clock.advance(PendingLines::timeLimit);
    }

    /// How often each text was typed.
    const QHash<QString, int> &typed() const { return m_typed; }
    /// How often an echo of it has come in.
    const QHash<QString, int> &echoed() const { return m_echoed; }
    Test::ConversationBench &bench() { return m_bench; }

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned int>(bound)); }

    void connect()
    {
        m_bench.connectToStage();
        m_seen = 0;
        m_id = QStringLiteral("own%1=").arg(++m_connections);
        receive(QStringLiteral(R"({"connection_id": "%1"})").arg(m_id));
        // The frames of what waited.
        read();
    }
    void receive(const QString &frame) const { m_bench.receive(frame.toUtf8().constData()); }
    void read()
    {
        const QStringList &sent = m_bench.transports.last().sent;
        for (; m_seen < sent.size(); ++m_seen) {
            if (sent.at(m_seen) != Dialect::heartbeatFrame())
                m_inHand.append({m_id, Dialect::readOutgoing(sent.at(m_seen)).text});
        }
    }
    void type()
    {
        const QString text = QStringLiteral("text %1").arg(below(3));
        QVERIFY(m_bench.conversation.ownLines().write({Outgoing::Form::Chat, text, {}}));
        ++m_typed[text];
        if (m_bench.conversation.session().state() == ChatSession::State::Connected)
            read();
    }
    void echo()
    {
        if (m_inHand.isEmpty() || m_bench.conversation.session().state() != ChatSession::State::Connected)
            return;
        const auto [id, text] = m_inHand.takeAt(below(static_cast<int>(m_inHand.size())));
        receive(QStringLiteral(R"({"message": "[2026-01-31T12:00:00Z - UTC]\n %1  %2\n"})").arg(id, text));
        ++m_echoed[text];
    }
    void refuseOrForget()
    {
        if (m_inHand.isEmpty() || m_bench.conversation.session().state() != ChatSession::State::Connected)
            return;
        m_inHand.removeAt(below(static_cast<int>(m_inHand.size())));
        if (below(2) == 0)
            receive(QStringLiteral(
                R"({"message": "Internal server error", "connectionId": "x=", "requestId": "y="})"));
    }
    void answerPing()
    {
        const QList<QByteArray> &pings = m_bench.transports.last().pings;
        if (!pings.isEmpty() && m_bench.conversation.session().state() == ChatSession::State::Connected)
            Q_EMIT m_bench.transports.transport().ponged(pings.last());
    }
    void mishap()
    {
        if (m_bench.conversation.session().state() != ChatSession::State::Connected)
            connect();
        else if (below(3) == 0)
            Q_EMIT m_bench.transports.transport().closed(1006, {});
    }

    Test::ConversationBench m_bench;
    std::mt19937 m_random;
    QList<std::pair<QString, QString>> m_inHand;
    QHash<QString, int> m_typed;
    QHash<QString, int> m_echoed;
    QString m_id;
    qsizetype m_seen = 0;
    int m_connections = 0;
};

} // namespace

/// Whatever a stage does, each line that was typed stands there once, delivered or failed.
class TestOwnLinesRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesAndDoublesNothing_data();
    void losesAndDoublesNothing();
};

void TestOwnLinesRandom::losesAndDoublesNothing_data()
{
    QTest::addColumn<unsigned int>("seed");
    for (unsigned int seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestOwnLinesRandom::losesAndDoublesNothing()
{
    QFETCH(unsigned int, seed);
    UnreliableStage stage(seed);
    constexpr int acts = 400;
    for (int act = 0; act < acts; ++act)
        stage.act();
    stage.finish();

    QHash<QString, int> shown;
    QHash<QString, int> delivered;
    for (int row = 0; row < stage.bench().count(); ++row) {
        if (!stage.bench().isOwn(row))
            continue;
        const Message &line = stage.bench().line(row);
        ++shown[line.text];
        if (line.delivery == Delivery::Delivered)
            ++delivered[line.text];
        else
            QVERIFY(line.delivery == Delivery::Failed || line.delivery == Delivery::Sent);
    }
    QVERIFY(stage.typed().size() > 1 && !stage.echoed().isEmpty());
    QCOMPARE(shown, stage.typed());
    QCOMPARE(delivered, stage.echoed());
}

QTEST_GUILESS_MAIN(TestOwnLinesRandom)
#include "tst_ownlines_random.moc"

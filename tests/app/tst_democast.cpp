// SPDX-License-Identifier: MIT
#include "localstage/DemoCast.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// The written conversation between two sessions, on a clock and a network turned by hand.
class TestDemoCast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForBothToConnect();
    void speaksByTurnsAndFinishes();
    void waitsForEachLineToArriveAtBoth();
    void stallsWhenALineDoesNotArrive();
    void stallsWhenASessionEnds();
};

namespace {

struct Stage
{
    FakeClock clock;
    FakeTransports transports;
    ChatSession first{clock, transports.factory()};
    ChatSession second{clock, transports.factory()};
    DemoCast cast{first, second, clock};

    void connectBoth()
    {
        for (ChatSession *session : {&first, &second})
            session->connectTo(QUrl(QStringLiteral("ws://127.0.0.1/dev")));
        Q_EMIT transports.record(0).transport->opened();
        Q_EMIT transports.record(1).transport->opened();
    }

    void deliver(const QString &line, int listener) const
    {
        QString escaped = line;
        escaped.replace(QLatin1Char('"'), QStringLiteral("\\\""));
        Q_EMIT transports.record(listener).transport->textReceived(
            QStringLiteral("{\"message\": \"[2026-01-31T12:00:00Z - UTC]\\n eHrdFcnvvHcCE-w=  %1\\n\"}")
                .arg(escaped));
    }
};

} // namespace

void TestDemoCast::waitsForBothToConnect()
{
    Stage stage;
    stage.cast.play();
    stage.first.connectTo(QUrl(QStringLiteral("ws://127.0.0.1/dev")));
    stage.second.connectTo(QUrl(QStringLiteral("ws://127.0.0.1/dev")));
    Q_EMIT stage.transports.record(0).transport->opened();
    stage.clock.advance(DemoCast::pause * 2);
    QVERIFY(stage.transports.record(0).sent.isEmpty());
    Q_EMIT stage.transports.record(1).transport->opened();
    stage.clock.advance(DemoCast::pause);
    QCOMPARE(stage.transports.record(0).sent.size(), 1);
}

void TestDemoCast::speaksByTurnsAndFinishes()
{
    Stage stage;
    QSignalSpy finished(&stage.cast, &DemoCast::finished);
    stage.connectBoth();
    stage.cast.play();
    const QStringList script = DemoCast::script();
    for (int line = 0; line < script.size(); ++line) {
        QCOMPARE(finished.count(), 0);
        stage.clock.advance(DemoCast::pause);
        const QStringList &sent = stage.transports.record(line % 2).sent;
        QCOMPARE(sent.size(), line / 2 + 1);
        stage.deliver(script.at(line), 0);
        stage.deliver(script.at(line), 1);
    }
    QCOMPARE(finished.count(), 1);
    stage.clock.advance(DemoCast::patience * 2);
    QCOMPARE(finished.count(), 1);
}

void TestDemoCast::waitsForEachLineToArriveAtBoth()
{
    Stage stage;
    stage.connectBoth();
    stage.cast.play();
    stage.clock.advance(DemoCast::pause);
    stage.deliver(DemoCast::script().constFirst(), 0);
    stage.clock.advance(DemoCast::pause * 2);
    QVERIFY(stage.transports.record(1).sent.isEmpty());
    stage.deliver(DemoCast::script().constFirst(), 1);
    stage.clock.advance(DemoCast::pause);
    QCOMPARE(stage.transports.record(1).sent.size(), 1);
}

void TestDemoCast::stallsWhenALineDoesNotArrive()
{
    Stage stage;
    QSignalSpy stalled(&stage.cast, &DemoCast::stalled);
    stage.connectBoth();
    stage.cast.play();
    stage.clock.advance(DemoCast::pause);
    stage.clock.advance(DemoCast::patience);
    QCOMPARE(stalled.count(), 1);
}

void TestDemoCast::stallsWhenASessionEnds()
{
    Stage stage;
    QSignalSpy stalled(&stage.cast, &DemoCast::stalled);
    stage.connectBoth();
    stage.cast.play();
    Q_EMIT stage.transports.record(1).transport->closed(1001, QString());
    QCOMPARE(stalled.count(), 1);
}

QTEST_GUILESS_MAIN(TestDemoCast)
#include "tst_democast.moc"

// SPDX-License-Identifier: MIT
#include "support/StagesBench.h"
#include "ui/HintLine.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

namespace {

/// A window whose only session has lost its connection and tries again in a while.
struct Bench : StagesBench
{
    MainWindow &shown{*window};

    Bench()
    {
        session().setRandom([] { return 0.5; });
        connectTo(QStringLiteral("a"));
        clock.advance(2min);
        for (int attempt = 0; attempt < 5; ++attempt) {
            Q_EMIT transports.transport().failed({0, QStringLiteral("No network.")});
            session().retryNow();
        }
        Q_EMIT transports.transport().failed({0, QStringLiteral("No network.")});
    }
    ChatSession &session() const { return window->currentPage().conversation().session(); }
    QPushButton &now() const { return find<QPushButton>(*window, "retryNow"); }
    QPushButton &button() const { return find<QPushButton>(*window, "connect"); }
    QString state() const { return words(*window, "state"); }
};

} // namespace

/// What the user sees of a session that comes back by itself, and what he can do.
class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void countsDownInTheHeaderAndTheList();
    void tellsWhy();
    void nowDoesNotWait();
    void disconnectStopsIt();
    void slashDisconnectStopsIt();
    void anotherAddressMayBeTyped();
    void whatIsWrittenGoesOutOnceWhenItIsBack();
    void theKeyboardStaysWhereItIs();
    void tellsSinceWhenItIsConnected();
};

void TestRetry::countsDownInTheHeaderAndTheList()
{
    Bench bench;
    QCOMPARE(bench.state(), QStringLiteral("Waiting to retry in 16 s"));
    bench.clock.advance(1s);
    QCOMPARE(bench.state(), QStringLiteral("Waiting to retry in 15 s"));
    QCOMPARE(bench.StagesBench::state("a"), QStringLiteral("Waiting to retry in 15 s"));
    QVERIFY(bench.now().isVisible());
    bench.clock.advance(15s);
    QCOMPARE(bench.state(), QStringLiteral("Connecting…"));
    QVERIFY(!bench.now().isVisible());
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.state(), QStringLiteral("Connected"));
    QCOMPARE(bench.StagesBench::state("a"), QStringLiteral("Connected"));
    QCOMPARE(lastLine(*bench.window), QStringLiteral("Connected again after 16 s, 6 attempt(s)."));
}

void TestRetry::tellsWhy()
{
    const Bench bench;
    auto &reason = find<HintLine>(*bench.window, "stateReason");
    QVERIFY(reason.isVisible());
    QCOMPARE(reason.text(), QStringLiteral("No network."));
    bench.session().retryNow();
    QVERIFY(reason.isVisible());
    Q_EMIT bench.transports.transport().opened();
    QVERIFY(!reason.isVisible());
}

void TestRetry::nowDoesNotWait()
{
    const Bench bench;
    const int before = bench.transports.count();
    QTest::mouseClick(&bench.now(), Qt::LeftButton);
    QCOMPARE(bench.state(), QStringLiteral("Connecting…"));
    QCOMPARE(bench.transports.count(), before + 1);
}

void TestRetry::disconnectStopsIt()
{
    Bench bench;
    const int before = bench.transports.count();
    QCOMPARE(bench.button().text(), QStringLiteral("Disconnect"));
    QTest::mouseClick(&bench.button(), Qt::LeftButton);
    QCOMPARE(bench.state(), QStringLiteral("Disconnected"));
    QVERIFY(!bench.now().isVisible());
    bench.clock.advance(1h);
    QCOMPARE(bench.transports.count(), before);
}

void TestRetry::slashDisconnectStopsIt()
{
    const Bench bench;
    say(*bench.window, QStringLiteral("/disconnect"));
    QCOMPARE(bench.state(), QStringLiteral("Disconnected"));
}

void TestRetry::anotherAddressMayBeTyped()
{
    const Bench bench;
    QVERIFY(!find<QLineEdit>(*bench.window, "address").isReadOnly());
    bench.connectTo(QStringLiteral("b"));
    QCOMPARE(bench.transports.last().address, StagesBench::url(QStringLiteral("b")));
    QCOMPARE(bench.state(), QStringLiteral("Connected"));
}

void TestRetry::whatIsWrittenGoesOutOnceWhenItIsBack()
{
    Bench bench;
    say(*bench.window, QStringLiteral("In the meantime"));
    QCOMPARE(lastLine(*bench.window), QStringLiteral("You: In the meantime"));
    bench.clock.advance(16s);
    Q_EMIT bench.transports.transport().opened();
    QCOMPARE(bench.transports.last().sent.filter(QStringLiteral("In the meantime")).size(), 1);
    Q_EMIT bench.transports.transport().failed({0, QStringLiteral("Reset.")});
    bench.session().retryNow();
    Q_EMIT bench.transports.transport().opened();
    // Nobody knows what became of it, so it is for the user to send it again.
    QVERIFY(bench.transports.last().sent.isEmpty());
}

void TestRetry::theKeyboardStaysWhereItIs()
{
    const Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    bench.view().setFocus();
    bench.session().retryNow();
    Q_EMIT bench.transports.transport().opened();
    QVERIFY(bench.view().hasFocus());
}

void TestRetry::tellsSinceWhenItIsConnected()
{
    Bench bench;
    bench.transports.setManner(FakeTransport::Manner::OpensInOpen);
    bench.clock.advance(16s);
    const QString since = words(*bench.window, "connectedAt");
    QVERIFY(!find<QWidget>(*bench.window, "connectedSince").isVisible());
    bench.clock.advance(4h);
    QVERIFY(words(*bench.window, "connectedAt") != since);
    QVERIFY(find<QWidget>(*bench.window, "connectedSince").isVisible());
    QVERIFY(words(*bench.window, "connectedSince").startsWith(since + QStringLiteral(", renewed 2 time")));
    QCOMPARE(words(*bench.window, "duration"), QStringLiteral("4:00:00"));
}

QTEST_MAIN(TestRetry)
#include "tst_retry.moc"

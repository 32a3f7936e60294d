// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/InProcessGateway.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

/// The clocks of a session, turned by hand: duration, heartbeat and auto-disconnect as the user sees them.
class TestSessionPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsTheDuration();
    void measuresTheHeartbeat();
    void offersSixtySecondsOnceChecked();
    void endsTheSessionAtZeroForGood();
    void editingTheLimitRestartsTheCountdown();
    void uncheckingStopsTheCountdown();

private:
    FakeClock m_clock;
    std::unique_ptr<FakeTransports> m_transports;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestSessionPanel::init()
{
    m_transports = std::make_unique<FakeTransports>();
    m_transports->setManner(FakeTransport::Manner::ClosesInClose);
    m_ui = std::make_unique<UiServices>(m_transports->factory(), &m_clock);
    m_window = std::make_unique<MainWindow>(m_ui->services());
    m_window->show();
    connectTo(*m_window, QStringLiteral("ws://localhost:3001/dev"));
    Q_EMIT m_transports->transport().opened();
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
}

void TestSessionPanel::cleanup()
{
    m_window.reset();
    m_ui.reset();
    m_transports.reset();
}

void TestSessionPanel::countsTheDuration()
{
    QCOMPARE(words(*m_window, "connectedAt"), QStringLiteral("2026-01-31T12:00:00Z"));
    m_clock.advance(75s);
    QCOMPARE(words(*m_window, "duration"), QStringLiteral("0:01:15"));
    m_clock.advance(2h);
    QCOMPARE(words(*m_window, "duration"), QStringLiteral("2:01:15"));
    QTest::mouseClick(&find<QPushButton>(*m_window, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(*m_window, "state"), QStringLiteral("Disconnected"));
    QCOMPARE(words(*m_window, "duration"), QStringLiteral("2:01:15"));
}

void TestSessionPanel::measuresTheHeartbeat()
{
    const InProcessGateway gateway;
    UiServices ui([] { return std::make_unique<WebSocketTransport>(); }, &m_clock);
    MainWindow window(ui.services());
    window.show();
    connectTo(window, gateway.address().toString());
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Connected"));
    QCOMPARE(words(window, "heartbeat"), QStringLiteral("every 30 s"));
    m_clock.advance(30s);
    QTRY_COMPARE(words(window, "heartbeat"), QStringLiteral("every 30 s, answered in 0 ms"));
    // The heartbeat is nobody's business but the gateway's.
    QCOMPARE(transcript(window).size(), 1);
}

void TestSessionPanel::offersSixtySecondsOnceChecked()
{
    auto &limit = find<QSpinBox>(*m_window, "autoDisconnectLimit");
    QCOMPARE(limit.value(), 60);
    QVERIFY(!limit.isEnabled());
    find<QCheckBox>(*m_window, "autoDisconnect").click();
    QVERIFY(limit.isEnabled());
    QCOMPARE(words(*m_window, "countdown"), QStringLiteral("0:01:00"));
}

void TestSessionPanel::endsTheSessionAtZeroForGood()
{
    find<QCheckBox>(*m_window, "autoDisconnect").click();
    m_clock.advance(59s);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
    QCOMPARE(words(*m_window, "countdown"), QStringLiteral("0:00:01"));
    m_clock.advance(1s);
    QTRY_COMPARE(words(*m_window, "state"), QStringLiteral("Disconnected"));
    QCOMPARE(lastLine(*m_window), QStringLiteral("Auto-disconnected due to session timeout."));
    m_clock.advance(1h);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Disconnected"));
}

void TestSessionPanel::editingTheLimitRestartsTheCountdown()
{
    find<QCheckBox>(*m_window, "autoDisconnect").click();
    m_clock.advance(50s);
    find<QSpinBox>(*m_window, "autoDisconnectLimit").setValue(90);
    QCOMPARE(words(*m_window, "countdown"), QStringLiteral("0:01:30"));
    m_clock.advance(89s);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
    m_clock.advance(1s);
    QTRY_COMPARE(words(*m_window, "state"), QStringLiteral("Disconnected"));
}

void TestSessionPanel::uncheckingStopsTheCountdown()
{
    auto &box = find<QCheckBox>(*m_window, "autoDisconnect");
    box.click();
    m_clock.advance(30s);
    box.click();
    m_clock.advance(5min);
    QCOMPARE(words(*m_window, "state"), QStringLiteral("Connected"));
    QVERIFY(!find<QWidget>(*m_window, "countdown").isVisible());
}

QTEST_MAIN(TestSessionPanel)
#include "tst_sessionpanel.moc"

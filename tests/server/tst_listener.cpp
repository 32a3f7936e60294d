// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"
#include "gateway/Gateway.h"
#include "gateway/Quotas.h"
#include "support/RawClient.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <array>
#include <vector>

using namespace Greenroom;

namespace {

constexpr int clientLimit = 2;

GatewayOptions forTwo()
{
    GatewayOptions options;
    options.port = 0;
    options.clientLimit = clientLimit;
    return options;
}

} // namespace

/// A gateway that may have two clients.
class TestListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneTooManyIsTold();
    void whoLeavesMakesRoom();
    void aCrowdIsWarnedOfOnce();

private:
    QUrl address() const { return m_gateway->stageAddress(QStringLiteral("dev")); }
    bool isServed();

    SystemClock m_clock;
    std::unique_ptr<Gateway> m_gateway;
    std::array<QWebSocket, clientLimit> m_clients;
};

void TestListener::init()
{
    m_gateway = std::make_unique<Gateway>(forTwo(), m_clock);
    QVERIFY(m_gateway->start().has_value());
    for (QWebSocket &client : m_clients) {
        client.open(address());
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("new ones are refused")));
}

void TestListener::cleanup()
{
    for (QWebSocket &client : m_clients)
        client.abort();
    m_gateway.reset();
}

bool TestListener::isServed()
{
    Test::RawClient client(address());
    client.send(Test::RawClient::upgradeRequest("/dev"));
    return QTest::qWaitFor([&client] { return client.isClosed() || !client.received().isEmpty(); })
           && client.received().startsWith("HTTP/1.1 101 ");
}

void TestListener::oneTooManyIsTold()
{
    const QSignalSpy log(m_gateway.get(), &Gateway::accessLogged);
    Test::RawClient client(address());
    client.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().startsWith("HTTP/1.1 503 Service Unavailable\r\n"));
    QVERIFY(client.received().endsWith(R"({"message":"Service Unavailable"})"));
    QCOMPARE(log.count(), 1);
    QCOMPARE(log.at(0).at(0).value<AccessEntry>().status, 503);
}

void TestListener::whoLeavesMakesRoom()
{
    QVERIFY(!isServed());
    m_clients.front().close();
    QVERIFY(QTest::qWaitFor([this] { return isServed(); }));
}

void TestListener::aCrowdIsWarnedOfOnce()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    std::vector<std::unique_ptr<Test::RawClient>> crowd(Quotas::refusedAtOnce + 10);
    for (auto &client : crowd)
        client = std::make_unique<Test::RawClient>(address());
    for (auto &client : crowd)
        QTRY_VERIFY(client->isClosed());
    for (const QWebSocket &client : m_clients)
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"

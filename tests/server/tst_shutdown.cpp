// SPDX-License-Identifier: MIT
#include "gateway/Quotas.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"
#include "tables/SqliteTables.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace Greenroom;

/// The life of a whole gateway with the history chat and its tables in a file.
class TestShutDown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsHeldAndKept();
    void clientsAreSentAwayAndSessionsClosed();
    void nobodyConnectedStopsAtOnce();
    void clientsThatDoNotAnswerAreLeftBehind();
    void integrationsThatDoNotAnswerAreLeftBehind();
    void aTakenPortIsReported();
    void anUnusableDirectoryIsReported();
    void aSecondGatewayIsKeptOut();

private:
    GatewayOptions options() const;
    /// One value a row, through a connection of the test's own.
    QStringList rows(const QString &sql) const;

    SystemClock m_clock;
    QTemporaryDir m_directory;
};

GatewayOptions TestShutDown::options() const
{
    GatewayOptions options;
    options.port = 0;
    options.dataDirectory = m_directory.filePath(QString::fromUtf8(QTest::currentTestFunction()));
    return options;
}

QStringList TestShutDown::rows(const QString &sql) const
{
    QStringList rows;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        database.setDatabaseName(options().dataDirectory + QStringLiteral("/dev.sqlite"));
        database.open();
        QSqlQuery query(database);
        query.exec(sql);
        while (query.next())
            rows.append(query.value(0).toString());
    }
    QSqlDatabase::removeDatabase(QStringLiteral("reader"));
    return rows;
}

void TestShutDown::aConversationIsHeldAndKept()
{
    Gateway gateway(options(), m_clock);
    QVERIFY(gateway.start().has_value());
    const QUrl address = gateway.stageAddress(QStringLiteral("dev"));
    QWebSocket ana;
    QWebSocket ben;
    QStringList anaHeard;
    QStringList benHeard;
    connect(&ana, &QWebSocket::textMessageReceived, this,
            [&](const QString &text) { anaHeard.append(text); });
    connect(&ben, &QWebSocket::textMessageReceived, this, [&](const QString &text) {
        // Whoever receives a message finds it in the table.
        if (text.contains(QStringLiteral("Olá")))
            QCOMPARE(rows(QStringLiteral("SELECT message FROM MessageHistory")),
                     QStringList{QStringLiteral("Olá")});
        benHeard.append(text);
    });
    ana.open(address);
    QTRY_COMPARE(rows(QStringLiteral("SELECT * FROM ActiveConnections")).size(), 1);
    ben.open(address);
    QTRY_COMPARE(anaHeard.size(), 2);
    QTRY_COMPARE(benHeard.size(), 1);
    QCOMPARE(rows(QStringLiteral("SELECT * FROM ActiveConnections")).size(), 2);
    const QString anaId = rows(QStringLiteral("SELECT connection_id FROM ActiveConnections")).at(0);
    const QString benId = rows(QStringLiteral("SELECT connection_id FROM ActiveConnections")).at(1);
    QCOMPARE(anaHeard.at(0), QStringLiteral(R"({"connection_id": "%1"})").arg(anaId));
    QCOMPARE(benHeard.at(0), QStringLiteral(R"({"connection_id": "%1"})").arg(benId));
    QCOMPARE(anaHeard.at(1),
             QStringLiteral(R"({"message": "A new user has joined the chat - %1"})").arg(benId));

    QTRY_COMPARE(ana.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(ben.state(), QAbstractSocket::ConnectedState);
    ana.sendTextMessage(QStringLiteral(R"({"action":"sendmessage","message":"ping"})"));
    ana.sendTextMessage(QStringLiteral(R"({"action":"sendmessage","message":"Olá"})"));
    QTRY_COMPARE(anaHeard.size(), 3);
    QTRY_COMPARE(benHeard.size(), 2);
    QCOMPARE(anaHeard.at(2), benHeard.at(1));
    const QString stamp = rows(QStringLiteral("SELECT timestamp FROM MessageHistory")).at(0);
    QCOMPARE(benHeard.at(1),
             QStringLiteral(R"({"message": "[%1 - UTC]\n %2  Ol\u00e1\n"})").arg(stamp, anaId));

    ana.close();
    QTRY_COMPARE(benHeard.size(), 3);
    QCOMPARE(benHeard.at(2), QStringLiteral(R"({"message": "User %1 has left the chat."})").arg(anaId));
    QCOMPARE(rows(QStringLiteral("SELECT connection_id FROM ActiveConnections")), QStringList{benId});
    QCOMPARE(
        rows(QStringLiteral("SELECT connection_id FROM SessionHistory WHERE duration_seconds IS NOT NULL")),
        QStringList{anaId});
}

void TestShutDown::clientsAreSentAwayAndSessionsClosed()
{
    Gateway gateway(options(), m_clock);
    QVERIFY(gateway.start().has_value());
    const QSignalSpy stopped(&gateway, &Gateway::stopped);
    QWebSocket ana;
    QWebSocket ben;
    const QSignalSpy heard(&ana, &QWebSocket::textMessageReceived);
    for (QWebSocket *client : {&ana, &ben}) {
        client->open(gateway.stageAddress(QStringLiteral("dev")));
        QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    }
    // Her own id, and that somebody has joined.
    QTRY_COMPARE(heard.count(), 2);

    gateway.shutDown();
    gateway.shutDown();
    QTRY_COMPARE(stopped.count(), 1);
    QTRY_COMPARE(ana.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(ben.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(ana.closeCode()), 1001);
    QCOMPARE(int(ben.closeCode()), 1001);
    QCOMPARE(ben.closeReason(), QStringLiteral("Going away"));
    QCOMPARE(rows(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
    QCOMPARE(rows(QStringLiteral("SELECT 1 FROM SessionHistory WHERE duration_seconds IS NOT NULL")).size(),
             2);
    // Those who leave together are not told of each other.
    QCOMPARE(heard.count(), 2);
}

void TestShutDown::nobodyConnectedStopsAtOnce()
{
    Gateway gateway(options(), m_clock);
    QVERIFY(gateway.start().has_value());
    const QSignalSpy stopped(&gateway, &Gateway::stopped);
    gateway.shutDown();
    QCOMPARE(stopped.count(), 0);
    QTRY_COMPARE(stopped.count(), 1);
}

void TestShutDown::clientsThatDoNotAnswerAreLeftBehind()
{
    Test::FakeClock clock;
    Gateway gateway(options(), clock);
    QVERIFY(gateway.start().has_value());
    const QSignalSpy stopped(&gateway, &Gateway::stopped);
    Test::RawClient client(gateway.stageAddress(QStringLiteral("dev")));
    client.send(Test::RawClient::upgradeRequest("/dev"));
    QTRY_VERIFY(client.received().startsWith("HTTP/1.1 101 "));
    // In the middle of a frame.
    client.send("\x81\xfe\x10");
    gateway.shutDown();
    QTRY_VERIFY(client.received().contains("\x88\x0c\x03\xe9Going away"));
    QTRY_COMPARE(rows(QStringLiteral("SELECT * FROM ActiveConnections")), QStringList());
    clock.advance(Quotas::lingerTimeout);
    QTRY_COMPARE(stopped.count(), 1);
}

void TestShutDown::integrationsThatDoNotAnswerAreLeftBehind()
{
    Test::FakeClock clock;
    const auto record = std::make_shared<Test::FakeIntegration::Record>();
    Gateway gateway(options(), clock);
    gateway.addStage(QStringLiteral("dev"),
                     Test::FakeIntegration::backend(record, {QStringLiteral("$disconnect")}));
    QVERIFY(gateway.start().has_value());
    const QSignalSpy stopped(&gateway, &Gateway::stopped);
    QWebSocket client;
    client.open(gateway.stageAddress(QStringLiteral("dev")));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    gateway.shutDown();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(record->calls.size(), 1);
    QCOMPARE(stopped.count(), 0);
    clock.advance(Quotas::shutDownTimeout);
    QCOMPARE(stopped.count(), 1);
}

void TestShutDown::aTakenPortIsReported()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    GatewayOptions taken = options();
    taken.port = other.serverPort();
    Gateway gateway(taken, m_clock);
    const auto started = gateway.start();
    QVERIFY(!started.has_value());
    QCOMPARE(gateway.startFailure(), Gateway::StartFailure::Listening);
    QVERIFY(started.error().message.contains(QString::number(other.serverPort())));
    // Nothing is left open: the directory can be used by another.
    Gateway next(options(), m_clock);
    QVERIFY(next.start().has_value());
}

void TestShutDown::anUnusableDirectoryIsReported()
{
    GatewayOptions unusable = options();
    unusable.dataDirectory = QStringLiteral("/dev/null/greenroom");
    Gateway gateway(unusable, m_clock);
    const auto started = gateway.start();
    QVERIFY(!started.has_value());
    QCOMPARE(gateway.startFailure(), Gateway::StartFailure::Tables);
    QVERIFY(started.error().message.contains(QStringLiteral("/dev/null/greenroom")));
    QCOMPARE(gateway.port(), quint16(0));
}

void TestShutDown::aSecondGatewayIsKeptOut()
{
    Gateway first(options(), m_clock);
    QVERIFY(first.start().has_value());
    Gateway second(options(), m_clock);
    const auto started = second.start();
    QVERIFY(!started.has_value());
    QVERIFY(started.error().message.contains(QStringLiteral("in use")));
}

QTEST_GUILESS_MAIN(TestShutDown)
#include "tst_shutdown.moc"

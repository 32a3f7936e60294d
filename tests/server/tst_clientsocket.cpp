// SPDX-License-Identifier: MIT
#include "common/SystemClock.h"
#include "gateway/ClientSocket.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Greenroom;

namespace {

/// Hands over descriptors rather than sockets.
class Door final : public QTcpServer
{
public:
    qintptr descriptor = -1;

protected:
    void incomingConnection(qintptr accepted) override { descriptor = accepted; }
};

} // namespace

class TestClientSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void closingWaitsForTheClient();
    void abortingDoesNot();
    void writingNowKeepsTheOrder();

private:
    SystemClock m_clock;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<ClientSocket> m_socket;
};

void TestClientSocket::init()
{
    Door door;
    QVERIFY(door.listen(QHostAddress::LocalHost));
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress::LocalHost, door.serverPort());
    QTRY_VERIFY(door.descriptor != -1);
    m_socket = std::make_unique<ClientSocket>(door.descriptor, m_clock);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
}

void TestClientSocket::closingWaitsForTheClient()
{
    m_socket->write("goodbye");
    m_socket->close();
    QCOMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(m_client->bytesAvailable(), qint64(7));
    QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
}

/// As Qt itself does where a write fails: a socket that stayed open then had no buffer to write to.
void TestClientSocket::abortingDoesNot()
{
    m_socket->abort();
    QCOMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (Greenroom::ClientSocket): device not open");
    QCOMPARE(m_socket->write("anybody?"), qint64(-1));
}

void TestClientSocket::writingNowKeepsTheOrder()
{
    QByteArray expected;
    for (int number = 0; number < 3000; ++number) {
        const QByteArray text = QByteArray::number(number) + QByteArray(1000, ' ');
        expected += text;
        if (number % 3 == 0)
            m_socket->write(text);
        else
            m_socket->writeNow(text);
    }
    QTRY_COMPARE(m_client->bytesAvailable(), expected.size());
    QCOMPARE(m_client->readAll(), expected);
}

QTEST_GUILESS_MAIN(TestClientSocket)
#include "tst_clientsocket.moc"

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
    void nothingIsWrittenWhileMuted();
    void readersGetWhatTheFilterMakes();

private:
    SystemClock m_clock;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<ClientSocket> m_socket;
    QByteArray m_read;
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

void TestClientSocket::nothingIsWrittenWhileMuted()
{
    m_socket->setMuted(true);
    QCOMPARE(m_socket->write("silence"), qint64(7));
    m_socket->setMuted(false);
    m_socket->write("speech");
    QTRY_COMPARE(m_client->bytesAvailable(), qint64(6));
    QCOMPARE(m_client->readAll(), QByteArray("speech"));
}

void TestClientSocket::readersGetWhatTheFilterMakes()
{
    m_socket->setFilter([](const QByteArray &bytes) { return bytes.toUpper(); });
    connect(m_socket.get(), &QIODevice::readyRead, this, [this] { m_read += m_socket->readAll(); });
    m_client->write("loud");
    QTRY_COMPARE(m_read, QByteArray("LOUD"));
    m_client->write("er");
    QTRY_COMPARE(m_read, QByteArray("LOUDER"));
}

QTEST_GUILESS_MAIN(TestClientSocket)
#include "tst_clientsocket.moc"

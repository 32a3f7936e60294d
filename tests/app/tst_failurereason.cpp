// SPDX-License-Identifier: MIT
#include "session/FailureReason.h"

#include <QTest>

using namespace Greenroom;

class TestFailureReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void saysWhatToDoAboutAStatus_data();
    void saysWhatToDoAboutAStatus();
    void saysWhatToDoAboutASocketError_data();
    void saysWhatToDoAboutASocketError();
    void findsTheStatusInTheErrorText_data();
    void findsTheStatusInTheErrorText();
};

void TestFailureReason::saysWhatToDoAboutAStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("advice");

    QTest::newRow("401 asks to sign in") << 401 << "sign in";
    QTest::newRow("403 doubts stage name and person") << 403 << "stage name";
    QTest::newRow("404 doubts the path") << 404 << "path";
    QTest::newRow("410 doubts the path") << 410 << "path";
    QTest::newRow("426 suspects a proxy") << 426 << "proxy";
    QTest::newRow("429 says to wait") << 429 << "wait a minute";
    QTest::newRow("500 is the stage's own problem") << 500 << "problem of its own (500)";
    QTest::newRow("502 is the stage's own problem") << 502 << "problem of its own (502)";
    QTest::newRow("599 is the stage's own problem") << 599 << "problem of its own (599)";
    QTest::newRow("302 doubts the address") << 302 << "(302); check the address";
    QTest::newRow("418 doubts the address") << 418 << "(418); check the address";
}

void TestFailureReason::saysWhatToDoAboutAStatus()
{
    QFETCH(int, status);
    QFETCH(QString, advice);
    const QString sentence = FailureReason::fromHttpStatus(status);
    QVERIFY2(sentence.contains(advice), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("(%1)").arg(status)), qPrintable(sentence));
}

void TestFailureReason::saysWhatToDoAboutASocketError_data()
{
    QTest::addColumn<QAbstractSocket::SocketError>("error");
    QTest::addColumn<QString>("advice");

    QTest::newRow("refused") << QAbstractSocket::ConnectionRefusedError
                             << "Nothing answers on this port of host.test";
    QTest::newRow("no such host") << QAbstractSocket::HostNotFoundError << "No computer called “host.test”";
    QTest::newRow("timeout") << QAbstractSocket::SocketTimeoutError << "host.test did not answer in time";
    QTest::newRow("TLS") << QAbstractSocket::SslHandshakeFailedError
                         << "No secure connection to host.test could be made (detail)";
    QTest::newRow("no network") << QAbstractSocket::NetworkError << "network cannot be reached";
    QTest::newRow("broken off") << QAbstractSocket::RemoteHostClosedError << "broke off the connection";
    QTest::newRow("anything else") << QAbstractSocket::UnsupportedSocketOperationError << "(detail)";
}

void TestFailureReason::saysWhatToDoAboutASocketError()
{
    QFETCH(QAbstractSocket::SocketError, error);
    QFETCH(QString, advice);
    const QString sentence =
        FailureReason::fromSocketError(error, QStringLiteral("host.test"), QStringLiteral("detail"));
    QVERIFY2(sentence.contains(advice), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestFailureReason::findsTheStatusInTheErrorText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");

    QTest::newRow("Qt's own wording") << "Unhandled http status code: 403 (Forbidden)." << 403;
    QTest::newRow("the first of two numbers") << "429 then 500" << 429;
    QTest::newRow("no number") << "Connection refused" << 0;
    QTest::newRow("no such status") << "code 999" << 0;
    QTest::newRow("nothing") << "" << 0;
}

void TestFailureReason::findsTheStatusInTheErrorText()
{
    QFETCH(QString, text);
    QTEST(FailureReason::httpStatusIn(text), "status");
}

QTEST_GUILESS_MAIN(TestFailureReason)
#include "tst_failurereason.moc"

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
    void doesNotDoubtTheAddressOfAConnectionThatWas();
    void repeatsWhatTheServerSaid();
    void saysWhereARedirectionLeads();
    void saysWhatToDoAboutAProxy_data();
    void saysWhatToDoAboutAProxy();
    void saysWhatAProxyWantsToKnow();
    void saysWhichRuleWasBroken_data();
    void saysWhichRuleWasBroken();
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

void TestFailureReason::doesNotDoubtTheAddressOfAConnectionThatWas()
{
    const QString sentence = FailureReason::fromSilence();
    QVERIFY2(sentence.contains(QStringLiteral("your connection to the network")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("address")), qPrintable(sentence));
}

void TestFailureReason::repeatsWhatTheServerSaid()
{
    const QString sentence = FailureReason::fromHttpStatus(403, QStringLiteral("Try the <b>other</b> %2"));
    QVERIFY2(sentence.startsWith(FailureReason::fromHttpStatus(403)), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QStringLiteral(" It said: “Try the <b>other</b> %2”.")), qPrintable(sentence));
}

void TestFailureReason::saysWhereARedirectionLeads()
{
    const QUrl location(QStringLiteral("https://ana:pw@host.test/sign-in?token=hidden&next=%2Fdev"));
    const QString sentence = FailureReason::fromRedirection(302, location);
    QVERIFY2(sentence.contains(QStringLiteral("https://host.test/sign-in?next=")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("(302)")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("hidden")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("pw")), qPrintable(sentence));
}

void TestFailureReason::saysWhatToDoAboutAProxy_data()
{
    QTest::addColumn<QAbstractSocket::SocketError>("error");
    QTest::addColumn<QString>("advice");

    QTest::newRow("refused") << QAbstractSocket::ProxyConnectionRefusedError << "cannot be reached";
    QTest::newRow("no such host") << QAbstractSocket::ProxyNotFoundError << "cannot be reached";
    QTest::newRow("timeout") << QAbstractSocket::ProxyConnectionTimeoutError << "cannot be reached";
    QTest::newRow("denied") << QAbstractSocket::SocketAccessError << "does not allow";
    QTest::newRow("anything else") << QAbstractSocket::ProxyProtocolError << "(detail)";
}

void TestFailureReason::saysWhatToDoAboutAProxy()
{
    QFETCH(QAbstractSocket::SocketError, error);
    QFETCH(QString, advice);
    const QString sentence =
        FailureReason::fromProxyError(error, QStringLiteral("proxy.test"), QStringLiteral("detail"));
    QVERIFY2(sentence.contains(advice), qPrintable(sentence));
    QVERIFY2(sentence.startsWith(QStringLiteral("The proxy proxy.test ")), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestFailureReason::saysWhatAProxyWantsToKnow()
{
    const QString host = QStringLiteral("proxy.test");
    QVERIFY(FailureReason::fromProxyLogin(host, true).contains(QStringLiteral("wants a user name")));
    QVERIFY(FailureReason::fromProxyLogin(host, false).contains(QStringLiteral("does not accept")));
}

void TestFailureReason::saysWhichRuleWasBroken_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");

    QTest::newRow("text") << 1007 << "not valid UTF-8";
    QTest::newRow("size") << 1009 << "more than 4 MB";
    QTest::newRow("frames") << 1002 << "rules of WebSocket";
}

void TestFailureReason::saysWhichRuleWasBroken()
{
    QFETCH(int, code);
    QFETCH(QString, words);
    const QString sentence = FailureReason::fromProtocolFault(code);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestFailureReason)
#include "tst_failurereason.moc"

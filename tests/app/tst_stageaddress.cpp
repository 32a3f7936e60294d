// SPDX-License-Identifier: MIT
#include "stages/StageAddress.h"

#include <QTest>

using namespace Greenroom;

class TestStageAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void acceptsAddresses_data();
    void acceptsAddresses();
    void explainsMistakes_data();
    void explainsMistakes();
    void keepsSecretsOutOfItsSentences();
    void keepsItsSentencesShort();
    void acceptsTheLongestAddress();
    void tellsWhatCrossesANetworkInTheClear_data();
    void tellsWhatCrossesANetworkInTheClear();
};

void TestStageAddress::acceptsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");

    QTest::newRow("a deployed stage") << "wss://abc123.execute-api.us-east-1.amazonaws.com/dev"
                                      << "wss://abc123.execute-api.us-east-1.amazonaws.com/dev";
    QTest::newRow("a local stage") << "ws://127.0.0.1:3001/dev"
                                   << "ws://127.0.0.1:3001/dev";
    QTest::newRow("blanks and newlines around it") << " \t ws://localhost/dev \n"
                                                   << "ws://localhost/dev";
    QTest::newRow("an address without a path") << "wss://example.com"
                                               << "wss://example.com";
    QTest::newRow("a scheme in capitals") << "WSS://Example.com/Dev"
                                          << "wss://example.com/Dev";
    QTest::newRow("a query with a token") << "wss://example.com/dev?Authorization=Bearer%20abc.def"
                                          << "wss://example.com/dev?Authorization=Bearer%20abc.def";
    QTest::newRow("a user name and a password") << "wss://me:pw@example.com:8443/dev"
                                                << "wss://me:pw@example.com:8443/dev";
    QTest::newRow("an IPv6 address") << "ws://[::1]:3001/dev"
                                     << "ws://[::1]:3001/dev";
    QTest::newRow("a host name with accents")
        << QStringLiteral("wss://café.example/dev") << "wss://xn--caf-dma.example/dev";
    QTest::newRow("the largest port") << "ws://example.com:65535/dev"
                                      << "ws://example.com:65535/dev";
}

void TestStageAddress::acceptsAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const Result<QUrl> result = StageAddress::parse(typed);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->toString(QUrl::FullyEncoded), address);
}

void TestStageAddress::explainsMistakes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("instead");

    QTest::newRow("empty") << ""
                           << "is empty"
                           << "type one such as wss://";
    QTest::newRow("blanks only") << " \n\t "
                                 << "is empty"
                                 << "type one such as wss://";
    QTest::newRow("no scheme") << "example.com/dev"
                               << "must start with"
                               << "type wss://example.com/dev.";
    QTest::newRow("a host and a port without a scheme") << "example.com:8080/dev"
                                                        << "must start with"
                                                        << "type wss://example.com:8080/dev.";
    QTest::newRow("this machine without a scheme") << "localhost:3001/dev"
                                                   << "must start with"
                                                   << "type ws://localhost:3001/dev.";
    QTest::newRow("slashes without a scheme") << "://example.com/dev"
                                              << "must start with"
                                              << "type wss://example.com/dev.";
    QTest::newRow("http") << "http://example.com/dev"
                          << "http:// is that of a web page"
                          << "type wss://example.com/dev.";
    QTest::newRow("https") << "https://example.com/dev"
                           << "https:// is that of a web page"
                           << "type wss://example.com/dev.";
    QTest::newRow("HTTP in capitals") << "HTTP://example.com/dev"
                                      << "http:// is that of a web page"
                                      << "type wss://example.com/dev.";
    QTest::newRow("another scheme") << "ftp://example.com/dev"
                                    << "ftp:// is not that of a chat stage"
                                    << "type wss://example.com/dev.";
    QTest::newRow("a blank inside") << "wss://example.com/my stage"
                                    << "a blank"
                                    << "take it out, or type %20";
    QTest::newRow("a line break inside") << "wss://example.com/\ndev"
                                         << "a line break"
                                         << "take it out";
    QTest::newRow("a NUL inside") << QStringLiteral("wss://example.com/") + QChar(u'\0')
                                  << "invisible characters"
                                  << "type it by hand";
    QTest::newRow("a zero-width space inside")
        << QStringLiteral("wss://exa\u200Bmple.com/dev") << "invisible characters"
        << "type it by hand";
    QTest::newRow("a bidi override inside")
        << QStringLiteral("wss://example.com/\u202Edev") << "invisible characters"
        << "type it by hand";
    QTest::newRow("a fragment") << "wss://example.com/dev#top"
                                << "after a #"
                                << "take the #";
    QTest::newRow("no host") << "wss://"
                             << "no valid host"
                             << "type one after the //";
    QTest::newRow("a path without a host") << "wss:///dev"
                                           << "no valid host"
                                           << "type one after the //";
    QTest::newRow("a port without a host") << "wss://:3001/dev"
                                           << "no valid host"
                                           << "type one after the //";
    QTest::newRow("an IPv6 address never closed") << "ws://[::1/dev"
                                                  << "no valid host"
                                                  << "type one after the //";
    QTest::newRow("dots for a host") << "ws://a..b/dev"
                                     << "no valid host"
                                     << "type one after the //";
    QTest::newRow("a port of letters") << "ws://example.com:abc/dev"
                                       << "port"
                                       << "from 1 to 65535";
    QTest::newRow("a port too large") << "ws://example.com:65536/dev"
                                      << "port"
                                      << "from 1 to 65535";
    QTest::newRow("port zero") << "ws://example.com:0/dev"
                               << "port"
                               << "from 1 to 65535";
    QTest::newRow("a negative port") << "ws://example.com:-1/dev"
                                     << "port"
                                     << "from 1 to 65535";
    QTest::newRow("5,000 characters") << QStringLiteral("wss://example.com/") + QString(4982, u'x')
                                      << "has 5000 characters and may have 4096"
                                      << "check what was pasted";
}

void TestStageAddress::explainsMistakes()
{
    QFETCH(QString, typed);
    QFETCH(QString, wrong);
    QFETCH(QString, instead);
    const Result<QUrl> result = StageAddress::parse(typed);
    QVERIFY(!result);
    const QString sentence = result.error().message;
    QVERIFY2(sentence.contains(wrong), qPrintable(sentence));
    QVERIFY2(sentence.contains(instead), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestStageAddress::keepsSecretsOutOfItsSentences()
{
    const auto result = StageAddress::parse(QStringLiteral("https://me:pw@example.com/dev?token=hidden"));
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(QStringLiteral("type wss://example.com/dev.")),
             qPrintable(result.error().message));
}

void TestStageAddress::keepsItsSentencesShort()
{
    const auto result = StageAddress::parse(QStringLiteral("example.com/") + QString(4000, u'x'));
    QVERIFY(!result);
    QVERIFY(result.error().message.size() < 250);
}

void TestStageAddress::acceptsTheLongestAddress()
{
    const QString start = QStringLiteral("wss://example.com/");
    const QString longest = start + QString(4096 - start.size(), u'x');
    QVERIFY(StageAddress::parse(longest));
    QVERIFY(!StageAddress::parse(longest + u'x'));
}

void TestStageAddress::tellsWhatCrossesANetworkInTheClear_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("exposed");

    QTest::newRow("wss is encrypted") << "wss://example.com/dev" << false;
    QTest::newRow("ws to another host") << "ws://example.com/dev" << true;
    QTest::newRow("ws to a host of the own network") << "ws://192.168.0.7:3001/dev" << true;
    QTest::newRow("ws to another host by IPv6") << "ws://[2001:db8::1]/dev" << true;
    QTest::newRow("localhost") << "ws://localhost:3001/dev" << false;
    QTest::newRow("LOCALHOST.") << "ws://LOCALHOST.:3001/dev" << false;
    QTest::newRow("a name below localhost") << "ws://chat.localhost/dev" << false;
    QTest::newRow("127.0.0.1") << "ws://127.0.0.1:3001/dev" << false;
    QTest::newRow("the rest of 127/8") << "ws://127.8.9.10/dev" << false;
    QTest::newRow("::1") << "ws://[::1]:3001/dev" << false;
    QTest::newRow("a name that only begins with localhost") << "ws://localhost.example.com/dev" << true;
    QTest::newRow("a name that only ends like localhost") << "ws://notlocalhost/dev" << true;
}

void TestStageAddress::tellsWhatCrossesANetworkInTheClear()
{
    QFETCH(QString, address);
    QTEST(StageAddress::isExposed(QUrl(address)), "exposed");
}

QTEST_GUILESS_MAIN(TestStageAddress)
#include "tst_stageaddress.moc"

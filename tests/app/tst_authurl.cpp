// SPDX-License-Identifier: MIT
#include "signin/AuthUrl.h"

#include <QTest>

using namespace Greenroom;

/// Which Auth API URLs are taken, and what is said of the others.
class TestAuthUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void takesUrls();
    void explainsOthers_data();
    void explainsOthers();
    void knowsWhatIsExposed_data();
    void knowsWhatIsExposed();
    void comparesOrigins_data();
    void comparesOrigins();
};

void TestAuthUrl::takesUrls()
{
    QCOMPARE(AuthUrl::parse(QStringLiteral("  https://example.com/dev/auth?v=1#top ")).value(),
             QUrl(QStringLiteral("https://example.com/dev/auth?v=1")));
    QVERIFY(AuthUrl::parse(QStringLiteral("http://127.0.0.1:3001/dev/auth")).has_value());
}

void TestAuthUrl::explainsOthers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const QString &typed, const char *words) {
        QTest::newRow(name) << typed << QString::fromUtf8(words);
    };
    row("nothing", QStringLiteral("  "), "is empty");
    row("no scheme", QStringLiteral("example.com/auth"), "must start with https://");
    row("a stage's address", QStringLiteral("wss://example.com/dev"), "must start with https://");
    row("a file", QStringLiteral("file:///etc/passwd"), "must start with https://");
    row("no host", QStringLiteral("https:///auth"), "not a valid one");
    row("a port too high", QStringLiteral("https://example.com:99999/auth"), "not a valid one");
    row("a blank inside", QStringLiteral("https://example.com/a b"), "blank or an invisible");
    row("a control character", QStringLiteral("https://example.com/a\x01"), "blank or an invisible");
    row("a password", QStringLiteral("https://ann:planted@example.com/auth"), "user name or a password");
    row("a key", QStringLiteral("https://example.com/auth?key=planted"), "holds a secret");
    row("2 MB", QStringLiteral("https://example.com/") + QString(2'000'000, u'a'), "too long");
}

void TestAuthUrl::explainsOthers()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    const Result<QUrl> url = AuthUrl::parse(typed);
    QVERIFY(!url);
    QVERIFY2(url.error().message.contains(words), qPrintable(url.error().message));
    QVERIFY(!url.error().message.contains(QStringLiteral("planted")));
}

void TestAuthUrl::knowsWhatIsExposed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("exposed");

    QTest::newRow("encrypted") << QStringLiteral("https://example.com/auth") << false;
    QTest::newRow("plain to another machine") << QStringLiteral("http://example.com/auth") << true;
    QTest::newRow("plain in the house") << QStringLiteral("http://192.168.1.7/auth") << true;
    QTest::newRow("plain to this machine") << QStringLiteral("http://127.0.0.1/auth") << false;
    QTest::newRow("plain to its name") << QStringLiteral("http://localhost:3001/auth") << false;
    QTest::newRow("plain to its IPv6 address") << QStringLiteral("http://[::1]/auth") << false;
    QTest::newRow("a name that only begins so") << QStringLiteral("http://localhost.example.com/") << true;
}

void TestAuthUrl::knowsWhatIsExposed()
{
    QFETCH(QString, url);
    QTEST(AuthUrl::isExposed(QUrl(url)), "exposed");
}

void TestAuthUrl::comparesOrigins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");

    QTest::newRow("another path") << QStringLiteral("https://example.com/b?c") << true;
    QTest::newRow("the usual port by name") << QStringLiteral("https://example.com:443/") << true;
    QTest::newRow("in capitals") << QStringLiteral("HTTPS://EXAMPLE.com/") << true;
    QTest::newRow("another port") << QStringLiteral("https://example.com:444/") << false;
    QTest::newRow("another scheme") << QStringLiteral("http://example.com/") << false;
    QTest::newRow("another scheme at the same port") << QStringLiteral("http://example.com:443/") << false;
    QTest::newRow("another host") << QStringLiteral("https://example.com.evil.org/") << false;
    QTest::newRow("a user before another host") << QStringLiteral("https://example.com@evil.org/") << false;
}

void TestAuthUrl::comparesOrigins()
{
    QFETCH(QString, other);
    QTEST(AuthUrl::isSameOrigin(QUrl(QStringLiteral("https://example.com/a")), QUrl(other)), "same");
}

QTEST_GUILESS_MAIN(TestAuthUrl)
#include "tst_authurl.moc"

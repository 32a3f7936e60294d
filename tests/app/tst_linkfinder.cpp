// SPDX-License-Identifier: MIT
#include "transcript/LinkFinder.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Greenroom;

/// Which addresses in a text are links, and where they end.
class TestLinkFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAddresses_data();
    void findsAddresses();
    void tellsWhereTheyStand();
    void isQuickWithALongText();
};

void TestLinkFinder::findsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QString &text, const QStringList &links) {
        QTest::newRow(name) << text << links;
    };
    row("no link", QStringLiteral("Nothing: here"), {});
    row("https", QStringLiteral("https://example.com"), {QStringLiteral("https://example.com")});
    row("http", QStringLiteral("see http://example.com/a?b=c#d"),
        {QStringLiteral("http://example.com/a?b=c#d")});
    row("mail", QStringLiteral("mailto:ana@example.com"), {QStringLiteral("mailto:ana@example.com")});
    row("mail to nobody", QStringLiteral("mailto:ana mailto:@ mailto:ana@"), {});
    row("capitals", QStringLiteral("HTTPS://Example.com"), {QStringLiteral("HTTPS://Example.com")});
    row("two", QStringLiteral("http://a.b, http://c.d"),
        {QStringLiteral("http://a.b"), QStringLiteral("http://c.d")});
    row("the end of a sentence", QStringLiteral("Go to https://example.com/x."),
        {QStringLiteral("https://example.com/x")});
    row("an excited sentence", QStringLiteral("https://example.com/x?!…"),
        {QStringLiteral("https://example.com/x")});
    row("in brackets", QStringLiteral("(https://example.com/x)."), {QStringLiteral("https://example.com/x")});
    row("brackets of its own", QStringLiteral("https://example.com/a_(b)"),
        {QStringLiteral("https://example.com/a_(b)")});
    row("both", QStringLiteral("(https://example.com/a_(b))"), {QStringLiteral("https://example.com/a_(b)")});
    row("in angle brackets", QStringLiteral("<https://example.com>"),
        {QStringLiteral("https://example.com")});
    row("in quotes", QStringLiteral("“https://example.com”"), {QStringLiteral("https://example.com")});
    row("a slash at the end", QStringLiteral("https://example.com/"),
        {QStringLiteral("https://example.com/")});
    row("on several lines", QStringLiteral("https://a.b/c\nhttps://d.e"),
        {QStringLiteral("https://a.b/c"), QStringLiteral("https://d.e")});
    row("no host", QStringLiteral("http:// https:///x"), {});
    row("part of a word", QStringLiteral("xhttp://example.com"), {});
    row("a program", QStringLiteral("javascript:alert(1) data:text/html,x vbscript:x"), {});
    row("a file", QStringLiteral("file:///etc/passwd ftp://example.com"), {});
    row("a direction override ends it", QStringLiteral("https://example.com/") + QChar(0x202e) + u'x',
        {QStringLiteral("https://example.com/")});
    row("a blank of no width ends it", QStringLiteral("https://example.com/") + QChar(0x200b) + u'x',
        {QStringLiteral("https://example.com/")});
    row("letters of another script", QStringLiteral("https://пример.com/ж"),
        {QStringLiteral("https://пример.com/ж")});
}

void TestLinkFinder::findsAddresses()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, links);
    QStringList found;
    const QList<Link> all = LinkFinder::find(text);
    for (const Link &link : all)
        found << text.mid(link.start, link.length);
    QCOMPARE(found, links);
}

void TestLinkFinder::tellsWhereTheyStand()
{
    const QList<Link> links = LinkFinder::find(QStringLiteral("ab https://user@example.com/x, c"));
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.at(0).start, 3);
    QCOMPARE(links.at(0).length, 26);
    QCOMPARE(links.at(0).url.host(), QStringLiteral("example.com"));
}

void TestLinkFinder::isQuickWithALongText()
{
    // As long as a frame can be, and nothing but the end of an address.
    const QString text = QStringLiteral("http://a") + QString(120'000, QLatin1Char(')'));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(LinkFinder::find(text).size(), 1);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestLinkFinder)
#include "tst_linkfinder.moc"

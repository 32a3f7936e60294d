// SPDX-License-Identifier: MIT
#include "gateway/HttpParser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Greenroom;

namespace {

constexpr quint64 limit = 10;

QByteArray withHeaders(const QByteArray &headers, const QByteArray &body)
{
    return "POST /dev HTTP/1.1\r\n" + headers + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return withHeaders("Transfer-Encoding: chunked\r\n", body);
}

} // namespace

/// Requests with their bodies, whole and in pieces.
class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreRead_data();
    void bodiesAreRead();
    void bodiesAreReadInPieces_data() { bodiesAreRead_data(); }
    void bodiesAreReadInPieces();
    void theNextRequestIsLeftAlone();
    void anyBytesAreSurvived();
};

void TestHttpParser::bodiesAreRead_data()
{
    using State = HttpParser::State;
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<State>("state");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &request, State state,
                        const QByteArray &body = {}) { QTest::newRow(name) << request << state << body; };
    row("no body", withHeaders({}, {}), State::Complete);
    row("an empty body", withHeaders("Content-Length: 0\r\n", {}), State::Complete);
    row("a body by its length", withHeaders("Content-Length: 5\r\n", "hello"), State::Complete, "hello");
    row("a body in one chunk", chunked("5\r\nhello\r\n0\r\n\r\n"), State::Complete, "hello");
    row("a body in chunks", chunked("2;name=value\r\nhe\r\n03\r\nllo\r\n0\r\n\r\n"), State::Complete,
        "hello");
    row("a trailer", chunked("5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"), State::Complete, "hello");
    row("an empty chunked body", chunked("0\r\n\r\n"), State::Complete);
    row("as much as may be", withHeaders("Content-Length: 10\r\n", "0123456789"), State::Complete,
        "0123456789");
    row("as much as may be in chunks", chunked("a\r\n0123456789\r\n0\r\n\r\n"), State::Complete,
        "0123456789");
    row("a byte too much", withHeaders("Content-Length: 11\r\n", {}), State::TooLarge);
    row("a byte too much in one chunk", chunked("b\r\n01"), State::TooLarge);
    row("a byte too much in chunks", chunked("a\r\n0123456789\r\n1\r\n"), State::TooLarge);
    row("a half body", withHeaders("Content-Length: 5\r\n", "he"), State::Incomplete);
    row("a half chunk", chunked("5\r\nhe"), State::Incomplete);
    row("chunks without an end", chunked("5\r\nhello\r\n"), State::Incomplete);
    row("a chunk whose length is no number", chunked("xyz\r\nhello\r\n0\r\n\r\n"), State::Malformed);
    row("a chunk longer than its length", chunked("2\r\nhello\r\n0\r\n\r\n"), State::Malformed);
    row("a negative length", withHeaders("Content-Length: -1\r\n", {}), State::Malformed);
}

void TestHttpParser::bodiesAreRead()
{
    QFETCH(const QByteArray, request);
    HttpParser parser(limit);
    parser.put(request);
    QTEST(parser.state(), "state");
    if (parser.state() == HttpParser::State::Complete)
        QTEST(parser.body(), "body");
}

void TestHttpParser::bodiesAreReadInPieces()
{
    QFETCH(const QByteArray, request);
    HttpParser parser(limit);
    QByteArray waiting;
    for (const char byte : request) {
        waiting += byte;
        if (parser.state() == HttpParser::State::Incomplete)
            waiting.remove(0, parser.put(waiting));
    }
    QTEST(parser.state(), "state");
    if (parser.state() == HttpParser::State::Complete)
        QTEST(parser.body(), "body");
}

void TestHttpParser::theNextRequestIsLeftAlone()
{
    for (const QByteArray &request :
         {withHeaders("Content-Length: 5\r\n", "hello"), chunked("5\r\nhello\r\n0\r\n\r\n")}) {
        HttpParser parser(limit);
        QCOMPARE(parser.put(request + "GET / HTTP/1.1\r\n\r\n"), request.size());
        QCOMPARE(parser.body(), QByteArray("hello"));
    }
}

void TestHttpParser::anyBytesAreSurvived()
{
    QRandomGenerator random(1);
    const QByteArray alphabet("0123456789abf;\r\n =\0", 19);
    for (int round = 0; round < 2000; ++round) {
        HttpParser parser(limit);
        QByteArray bytes = chunked({});
        for (int count = 0; count < 40; ++count)
            bytes += alphabet.at(random.bounded(int(alphabet.size())));
        QByteArray waiting;
        for (const char byte : std::as_const(bytes)) {
            waiting += byte;
            if (parser.state() == HttpParser::State::Incomplete)
                waiting.remove(0, parser.put(waiting));
        }
        QVERIFY(parser.state() != HttpParser::State::Complete || parser.body().size() <= qsizetype(limit));
    }
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"

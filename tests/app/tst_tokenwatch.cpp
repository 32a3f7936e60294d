// SPDX-License-Identifier: MIT
#include "signin/TokenWatch.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;
using Nearness = TokenWatch::Nearness;

/// A token's end comes, on clocks that are right and wrong.
class TestTokenWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsDates_data();
    void readsDates();
    void countsDown();
    void countsByTheServersTime_data();
    void countsByTheServersTime();
    void takesANewTokenForNewWithoutTheServersTime();
    void knowsThatNoTokenIsFromTheFuture();
    void staysRightWhenTheClockIsSetBack();
    void noticesSleep();
    void warnsTwiceAndTellsTheEnd();
    void warnsOfShortTokensLater();
    void tellsAtOnceWhatIsTrueAlready();
    void neverEndsWithoutAnEnd();
    void stops();
    void knowsTokensOfAnotherTime();

private:
    qint64 seconds(std::chrono::seconds fromNow) const;
    JsonWebToken token(std::chrono::seconds made, std::chrono::seconds end) const;
    QList<Nearness> told() const;

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<TokenWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_came;
    WallTime m_start;
};

void TestTokenWatch::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_came.reset();
    m_watch.reset();
    m_clock = std::make_unique<FakeClock>();
    m_watch = std::make_unique<TokenWatch>(*m_clock);
    m_came = std::make_unique<QSignalSpy>(m_watch.get(), &TokenWatch::came);
    m_start = m_clock->wallTime();
}

qint64 TestTokenWatch::seconds(std::chrono::seconds fromNow) const
{
    return std::chrono::floor<std::chrono::seconds>(m_start + fromNow).time_since_epoch().count();
}

JsonWebToken TestTokenWatch::token(std::chrono::seconds made, std::chrono::seconds end) const
{
    return JsonWebToken::parse(AuthServer::token(seconds(made), seconds(end))).value();
}

QList<Nearness> TestTokenWatch::told() const
{
    QList<Nearness> all;
    for (const auto &call : *m_came)
        all << call.at(0).value<Nearness>();
    return all;
}

void TestTokenWatch::readsDates_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("valid");

    QTest::newRow("as it is") << QByteArray("Sat, 31 Jan 2026 12:00:00 GMT") << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("another form") << QByteArray("Saturday, 31-Jan-26 12:00:00 GMT") << false;
    QTest::newRow("another zone") << QByteArray("Sat, 31 Jan 2026 12:00:00 CET") << false;
    QTest::newRow("no such day") << QByteArray("Sat, 31 Feb 2026 12:00:00 GMT") << false;
    QTest::newRow("noise") << QByteArray(5000, 'x') << false;
}

void TestTokenWatch::readsDates()
{
    QFETCH(QByteArray, date);
    QFETCH(bool, valid);
    QCOMPARE(ServerTime::fromHttpDate(date), valid ? std::optional(m_start) : std::nullopt);
}

void TestTokenWatch::countsDown()
{
    m_watch->watch(token(0s, 1h));
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(1h));
    m_clock->advance(500ms);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(3600s));
    m_clock->advance(500ms + 10min);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(2999s));
    m_clock->advance(2h);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(0s));
}

void TestTokenWatch::countsByTheServersTime_data()
{
    QTest::addColumn<std::chrono::seconds>("ahead");

    QTest::newRow("the server is ahead") << std::chrono::seconds(2h);
    QTest::newRow("the server is behind") << std::chrono::seconds(-2h);
    QTest::newRow("by years") << std::chrono::seconds(-24h * 3000);
    QTest::newRow("not at all") << std::chrono::seconds(0);
}

void TestTokenWatch::countsByTheServersTime()
{
    QFETCH(std::chrono::seconds, ahead);
    const JsonWebToken made = token(ahead, ahead + 1h);
    m_watch->learn(made, m_start + ahead);
    m_watch->watch(made);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(1h));
    m_clock->advance(20min);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(40min));
}

void TestTokenWatch::takesANewTokenForNewWithoutTheServersTime()
{
    const JsonWebToken made = token(-5h, -4h);
    m_watch->learn(made, std::nullopt);
    m_watch->watch(made);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(1h));
}

void TestTokenWatch::knowsThatNoTokenIsFromTheFuture()
{
    m_watch->watch(token(3h, 4h));
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(1h));
}

void TestTokenWatch::staysRightWhenTheClockIsSetBack()
{
    const JsonWebToken made = token(-1h, 0h);
    m_watch->learn(made, m_start - 1h);
    m_watch->watch(made);
    m_clock->setWallTime(m_start - 1h);
    m_clock->advance(10min);
    QCOMPARE(m_watch->remaining(), std::optional<std::chrono::seconds>(50min));
}

void TestTokenWatch::noticesSleep()
{
    m_watch->watch(token(0s, 1h));
    m_clock->advance(1s);
    // The steady clock stands still meanwhile.
    m_clock->setWallTime(m_start + 2h);
    QCOMPARE(m_watch->nearness(), Nearness::Over);
    m_clock->advance(30s);
    QCOMPARE(told(), QList<Nearness>{Nearness::Over});
}

void TestTokenWatch::warnsTwiceAndTellsTheEnd()
{
    m_watch->watch(token(0s, 1h));
    m_clock->advance(55min - 1ms);
    QCOMPARE(told(), QList<Nearness>{});
    m_clock->advance(1ms);
    QCOMPARE(told(), QList<Nearness>{Nearness::Near});
    m_clock->advance(4min);
    QCOMPARE(told(), (QList<Nearness>{Nearness::Near, Nearness::VeryNear}));
    m_clock->advance(1min - 1ms);
    QCOMPARE(told().size(), 2);
    m_clock->advance(1ms);
    QCOMPARE(told(), (QList<Nearness>{Nearness::Near, Nearness::VeryNear, Nearness::Over}));
    m_clock->advance(10h);
    QCOMPARE(told().size(), 3);
    QCOMPARE(m_clock->pendingAlarms(), std::size_t(0));
}

void TestTokenWatch::warnsOfShortTokensLater()
{
    m_watch->watch(token(0s, 60s));
    m_clock->advance(45s - 1ms);
    QCOMPARE(told().size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(told().size(), 1);
    m_clock->advance(9s - 1ms);
    QCOMPARE(told().size(), 1);
    m_clock->advance(1ms);
    QCOMPARE(told().size(), 2);
    m_clock->advance(6s);
    QCOMPARE(told().constLast(), Nearness::Over);
}

void TestTokenWatch::tellsAtOnceWhatIsTrueAlready()
{
    m_watch->watch(token(-59min - 30s, 30s));
    QCOMPARE(told().size(), 0);
    m_clock->advance(0ms);
    QCOMPARE(told(), QList<Nearness>{Nearness::VeryNear});
}

void TestTokenWatch::neverEndsWithoutAnEnd()
{
    m_watch->watch(JsonWebToken::parse(AuthServer::token(QJsonObject())).value());
    m_clock->advance(24h * 365);
    QCOMPARE(m_watch->remaining(), std::nullopt);
    QCOMPARE(m_watch->nearness(), Nearness::Far);
    QCOMPARE(told().size(), 0);
}

void TestTokenWatch::stops()
{
    m_watch->watch(token(0s, 1h));
    m_watch->stop();
    m_clock->advance(2h);
    QCOMPARE(told().size(), 0);
    QCOMPARE(m_watch->remaining(), std::nullopt);
}

void TestTokenWatch::knowsTokensOfAnotherTime()
{
    QVERIFY(m_watch->hasEnded(token(-2h, -1h)));
    QVERIFY(m_watch->hasEnded(token(-2h, 0h)));
    QVERIFY(!m_watch->hasEnded(token(-2h, 1s)));
    const auto from = [this](std::chrono::seconds begin) {
        return JsonWebToken::parse(AuthServer::token(QJsonObject{{QStringLiteral("nbf"), seconds(begin)}}))
            .value();
    };
    QVERIFY(m_watch->isTooEarly(from(1h)));
    QVERIFY(!m_watch->isTooEarly(from(30s)));
    QVERIFY(!m_watch->isTooEarly(from(-1h)));
}

QTEST_GUILESS_MAIN(TestTokenWatch)
#include "tst_tokenwatch.moc"

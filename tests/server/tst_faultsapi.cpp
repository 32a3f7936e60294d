// SPDX-License-Identifier: MIT
#include "gateway/FaultsApi.h"

#include "common/Ids.h"
#include "gateway/HttpHead.h"
#include "support/FaultBench.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Greenroom;

namespace {

HttpHead request(const QByteArray &line, const QByteArray &headers = {})
{
    return HttpHead::parse(line + " HTTP/1.1\r\n" + (headers.contains("Host: ") ? "" : "Host: localhost\r\n")
                           + headers + "\r\n")
        .value();
}

const char *const someRules = R"({"seed":7,"rules":[{"at":"connect","do":"drop","times":2}]})";

} // namespace

/// `@faults`: who may call it, what it answers, and that it does what it says.
class TestFaultsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreTakenApart_data();
    void callsAreTakenApart();
    void otherRequestsAreNoCalls_data();
    void otherRequestsAreNoCalls();
    void onlyThisMachineMayCall_data();
    void onlyThisMachineMayCall();
    void rulesAreSetAndToldAndEnded();
    void mistakesChangeNothing();
    void otherMethodsAreNotAllowed();
    void anUnknownStageIsForbidden();
    void rulesComeAndGoWhileTheGatewayRuns();
    void theyCanBeSwitchedOff();

private:
    HttpReply call(const char *method, const QByteArray &body = {})
    {
        return FaultsApi(m_ids).answer({method, QStringLiteral("dev")}, body, &m_faults);
    }
    static QByteArray put(const QByteArray &rules)
    {
        return "PUT /dev/@faults HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
               + QByteArray::number(rules.size()) + "\r\n\r\n" + rules;
    }

    Test::FakeClock m_clock;
    IdMint m_ids{m_clock};
    Faults m_faults;
};

void TestFaultsApi::callsAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("a get") << QByteArray("GET /dev/@faults") << QByteArray("GET");
    QTest::newRow("a put") << QByteArray("PUT /dev/@faults?a=/b") << QByteArray("PUT");
    QTest::newRow("an escaped path") << QByteArray("DELETE /%64ev/%40faults") << QByteArray("DELETE");
    QTest::newRow("another method") << QByteArray("POST /dev/@faults") << QByteArray("POST");
}

void TestFaultsApi::callsAreTakenApart()
{
    QFETCH(const QByteArray, line);
    const auto found = FaultsCall::from(request(line));
    QVERIFY(found.has_value());
    QTEST(found->method, "method");
    QCOMPARE(found->stage, QStringLiteral("dev"));
}

void TestFaultsApi::otherRequestsAreNoCalls_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("no stage") << QByteArray("GET /@faults") << QByteArray();
    QTest::newRow("an empty stage") << QByteArray("GET //@faults") << QByteArray();
    QTest::newRow("more behind it") << QByteArray("GET /dev/@faults/1") << QByteArray();
    QTest::newRow("another resource") << QByteArray("GET /dev/faults") << QByteArray();
    QTest::newRow("an escaped slash for a slash") << QByteArray("GET /dev%2F@faults") << QByteArray();
    QTest::newRow("a stage") << QByteArray("GET /dev") << QByteArray();
    QTest::newRow("a WebSocket") << QByteArray("GET /dev/@faults")
                                 << QByteArray("Upgrade: websocket\r\nConnection: Upgrade\r\n");
}

void TestFaultsApi::otherRequestsAreNoCalls()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, headers);
    QVERIFY(!FaultsCall::from(request(line, headers)).has_value());
}

void TestFaultsApi::onlyThisMachineMayCall_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isFromHere");
    const auto row = [](const char *name, const char *peer, const QByteArray &headers, bool isFromHere) {
        QTest::newRow(name) << QString::fromUtf8(peer) << headers << isFromHere;
    };
    row("a loopback address", "127.0.0.1", {}, true);
    row("another loopback address", "127.8.9.10", {}, true);
    row("the one of IPv6", "::1", {}, true);
    row("one of IPv4 in IPv6", "::ffff:127.0.0.1", {}, true);
    row("a page of this machine", "127.0.0.1", "Origin: http://localhost:8080\r\n", true);
    row("another machine", "192.0.2.1", {}, false);
    row("another machine in IPv6", "::ffff:192.0.2.1", {}, false);
    row("another machine that says it is this one", "192.0.2.1", "X-Forwarded-For: 127.0.0.1\r\n", false);
    row("a proxy on this machine", "127.0.0.1", "X-Forwarded-For: 192.0.2.1\r\n", false);
    row("a proxy that names itself", "127.0.0.1", "Via: 1.1 proxy\r\n", false);
    row("a proxy of another custom", "127.0.0.1", "x-real-ip: 192.0.2.1\r\n", false);
    row("a proxy by the newer standard", "127.0.0.1", "Forwarded: for=192.0.2.1\r\n", false);
    row("a tunnel on this machine", "127.0.0.1", "Host: me.tunnel.example\r\n", false);
    row("a page from elsewhere", "127.0.0.1", "Origin: https://example.com\r\n", false);
}

void TestFaultsApi::onlyThisMachineMayCall()
{
    QFETCH(const QString, peer);
    QFETCH(const QByteArray, headers);
    QTEST(FaultsApi::isFromHere(request("GET /dev/@faults", headers), QHostAddress(peer)), "isFromHere");
}

void TestFaultsApi::rulesAreSetAndToldAndEnded()
{
    const HttpReply set = call("PUT", someRules);
    QCOMPARE(set.status, 200);
    m_faults.next({FaultRule::Place::Connect});
    const HttpReply told = call("GET");
    QCOMPARE(told.status, 200);
    QVERIFY(told.headers.contains({QByteArray("Content-Type"), QByteArray("application/json")}));
    QJsonObject rules = QJsonDocument::fromJson(someRules).object();
    QJsonObject rule = rules.value(QStringLiteral("rules")).toArray().at(0).toObject();
    rule.insert(QStringLiteral("fired"), 1);
    rules.insert(QStringLiteral("rules"), QJsonArray{rule});
    QCOMPARE(QJsonDocument::fromJson(told.body).object(), rules);
    const HttpReply ended = call("DELETE");
    QCOMPARE(ended.status, 204);
    QCOMPARE(ended.body, QByteArray());
    QVERIFY(m_faults.plan().rules.isEmpty());
    QCOMPARE(QJsonDocument::fromJson(call("GET").body).toJson(QJsonDocument::Compact),
             QByteArray(R"({"rules":[],"seed":1})"));
}

void TestFaultsApi::mistakesChangeNothing()
{
    call("PUT", someRules);
    const HttpReply reply = call("PUT", R"({"seed":-1,"rules":[{"at":"post","do":"refuse"}]})");
    QCOMPARE(reply.status, 400);
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    QVERIFY(!body.value(QStringLiteral("message")).toString().isEmpty());
    const QJsonArray mistakes = body.value(QStringLiteral("mistakes")).toArray();
    QCOMPARE(mistakes.size(), 2);
    QVERIFY(mistakes.at(0).toString().startsWith(QStringLiteral("$.seed: ")));
    QVERIFY(mistakes.at(1).toString().startsWith(QStringLiteral("$.rules[0].do: ")));
    QCOMPARE(call("PUT", "no JSON").status, 400);
    QCOMPARE(m_faults.plan().seed, quint64(7));
    m_faults.setPlan({});
}

void TestFaultsApi::otherMethodsAreNotAllowed()
{
    for (const char *method : {"POST", "PATCH", "HEAD", "OPTIONS", "get"}) {
        const HttpReply reply = call(method, someRules);
        QCOMPARE(reply.status, 405);
        QVERIFY(reply.headers.contains({QByteArray("Allow"), QByteArray("GET, PUT, DELETE")}));
        QVERIFY(m_faults.plan().rules.isEmpty());
    }
}

void TestFaultsApi::anUnknownStageIsForbidden()
{
    const HttpReply reply = FaultsApi(m_ids).answer({"GET", QStringLiteral("nowhere")}, {}, nullptr);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.body, QByteArray(R"({"message":"Forbidden"})"));
}

void TestFaultsApi::rulesComeAndGoWhileTheGatewayRuns()
{
    Test::FaultBench bench("");
    Test::RawClient caller(bench.gateway->address());
    caller.send(put(R"({"rules":[{"at":"connect","do":"refuse","status":418}]})"));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY2(caller.received().startsWith("HTTP/1.1 200 OK\r\n"), caller.received().constData());
    QCOMPARE(bench.log.at(0).kind, AccessEntry::Kind::Faults);
    QCOMPARE(bench.log.at(0).stage, QStringLiteral("dev"));
    QCOMPARE(bench.log.at(0).routeKey, QStringLiteral("PUT"));
    QCOMPARE(bench.log.at(0).status, 200);
    QVERIFY(bench.log.at(0).bytes > 0);
    const auto refused = bench.newClient();
    QTRY_VERIFY(refused->received().startsWith("HTTP/1.1 418 "));
    Test::RawClient other(bench.gateway->address());
    other.send("DELETE /dev/@faults HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(other.isClosed());
    QVERIFY(other.received().startsWith("HTTP/1.1 204 No Content\r\n"));
    const auto client = bench.newClient();
    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 101 "));
}

void TestFaultsApi::theyCanBeSwitchedOff()
{
    GatewayOptions options;
    options.port = 0;
    options.areFaultsServed = false;
    Gateway gateway(options, m_clock);
    QVERIFY(gateway.start());
    Test::RawClient caller(gateway.stageAddress(QStringLiteral("dev")));
    caller.send(put(someRules));
    QTRY_VERIFY(caller.isClosed());
    QVERIFY(caller.received().startsWith("HTTP/1.1 403 Forbidden\r\n"));
}

QTEST_GUILESS_MAIN(TestFaultsApi)
#include "tst_faultsapi.moc"

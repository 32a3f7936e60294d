// SPDX-License-Identifier: MIT
#include "common/Ids.h"
#include "gateway/ManagementApi.h"
#include "support/FakeClock.h"
#include "support/FakeConnections.h"

#include <QRegularExpression>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

using Method = ManagementCall::Method;

const char *const openId = "eHrdFcnvvHcCE-w=";
const char *const otherId = "eHrdFcnvvHcCE-x=";

QByteArray headerIn(const HttpReply &reply, const QByteArray &name)
{
    for (const auto &[candidate, value] : reply.headers) {
        if (candidate.toLower() == name)
            return value;
    }
    return {};
}

} // namespace

/// The answers of `@connections`, without a network.
class TestManagementApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void callsAreAnswered_data();
    void callsAreAnswered();
    void aPostReachesTheConnection();
    void aGetTellsOfTheConnection();
    void aClientWithoutAUserAgentHasNull();
    void aDeleteEndsTheConnection();
    void aLargePayloadIsRefused();
    void tooManyPostsAreRefused();
    void anUnknownStageIsForbidden();
    void signaturesCanBeRequired();

private:
    HttpReply answer(Method method, const QString &id, const QByteArray &body = {});

    Test::FakeClock m_clock;
    IdMint m_ids{m_clock};
    Test::FakeConnections m_connections;
};

void TestManagementApi::init()
{
    m_connections.posts.clear();
    m_connections.disconnected.clear();
    const WallTime now = m_clock.wallTime();
    m_connections.open = {{QString::fromUtf8(openId),
                           {now, now + 250ms, QStringLiteral("192.0.2.1"), QStringLiteral("a \"b\"")}}};
}

HttpReply TestManagementApi::answer(Method method, const QString &id, const QByteArray &body)
{
    const ManagementApi api(ManagementApi::Callers::Everybody, m_clock, m_ids);
    return api.answer({method, QStringLiteral("dev"), id}, body, &m_connections);
}

void TestManagementApi::callsAreAnswered_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<QByteArray>("body");
    const QByteArray bad = "BadRequestException";
    QTest::newRow("a post") << Method::Post << openId << 200 << QByteArray() << QByteArray();
    QTest::newRow("a delete") << Method::Delete << openId << 204 << QByteArray() << QByteArray();
    for (const Method method : {Method::Post, Method::Get, Method::Delete}) {
        QTest::addRow("%s of a connection that is gone", qPrintable(ManagementCall::methodName(method)))
            << method << otherId << 410 << QByteArray("GoneException") << QByteArray();
        QTest::addRow("%s of an id with more behind it", qPrintable(ManagementCall::methodName(method)))
            << method << "WDGT8fY4joECJrQ=test" << 400 << bad
            << QByteArray(R"({"message":"Invalid connectionId: WDGT8fY4joECJrQ=test"})");
    }
    QTest::newRow("an UUID for an id")
        << Method::Get << "9c2d6f0e-9a4c-4b7e-8d3f-0a1b2c3d4e5f" << 400 << bad
        << QByteArray(R"({"message":"Invalid connectionId: 9c2d6f0e-9a4c-4b7e-8d3f-0a1b2c3d4e5f"})");
    QTest::newRow("an id that has to be escaped")
        << Method::Get << "\"\n"
        << 400 << bad << QByteArray(R"({"message":"Invalid connectionId: \"\n"})");
}

void TestManagementApi::callsAreAnswered()
{
    QFETCH(const Method, method);
    QFETCH(const QString, id);
    const HttpReply reply = answer(method, id, "hello");
    QTEST(reply.status, "status");
    QTEST(reply.body, "body");
    QTEST(headerIn(reply, "x-amzn-errortype"), "errorType");
    QCOMPARE(headerIn(reply, "content-type"),
             reply.status == 204 ? QByteArray() : QByteArray("application/json"));
    QCOMPARE(headerIn(reply, "x-amzn-requestid").size(), 36);
    // The FakeClock's noon in hexadecimal seconds.
    static const QRegularExpression traceId(QStringLiteral("^Root=1-697deec0-[0-9a-f]{24}$"));
    QVERIFY2(traceId.match(QString::fromUtf8(headerIn(reply, "x-amzn-trace-id"))).hasMatch(),
             headerIn(reply, "x-amzn-trace-id").constData());
}

void TestManagementApi::aPostReachesTheConnection()
{
    answer(Method::Post, QString::fromUtf8(openId), "hello");
    answer(Method::Post, QString::fromUtf8(otherId), "nobody");
    QCOMPARE(m_connections.posts.size(), 1);
    QCOMPARE(m_connections.posts.at(0).first, QString::fromUtf8(openId));
    QCOMPARE(m_connections.posts.at(0).second, QByteArray("hello"));
}

void TestManagementApi::aGetTellsOfTheConnection()
{
    const HttpReply reply = answer(Method::Get, QString::fromUtf8(openId));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("{\n  \"identity\" : {\n    \"sourceIp\" : \"192.0.2.1\",\n"
                                    "    \"userAgent\" : \"a \\\"b\\\"\"\n  },\n"
                                    "  \"connectedAt\" : \"2026-01-31T12:00:00.000Z\",\n"
                                    "  \"lastActiveAt\" : \"2026-01-31T12:00:00.250Z\"\n}"));
}

void TestManagementApi::aClientWithoutAUserAgentHasNull()
{
    m_connections.open[QString::fromUtf8(openId)].userAgent.clear();
    QVERIFY(answer(Method::Get, QString::fromUtf8(openId)).body.contains("\"userAgent\" : null\n"));
}

void TestManagementApi::aDeleteEndsTheConnection()
{
    const QString id = QString::fromUtf8(openId);
    QCOMPARE(answer(Method::Delete, id).status, 204);
    QCOMPARE(m_connections.disconnected, QStringList{id});
    QCOMPARE(answer(Method::Delete, id).status, 410);
}

void TestManagementApi::aLargePayloadIsRefused()
{
    const ManagementApi api(ManagementApi::Callers::Everybody, m_clock, m_ids);
    const HttpReply reply = api.payloadTooLarge();
    QCOMPARE(reply.status, 413);
    QCOMPARE(headerIn(reply, "x-amzn-errortype"), QByteArray("PayloadTooLargeException"));
    QCOMPARE(reply.body, QByteArray(R"({"message":"Payload too large"})"));
}

void TestManagementApi::tooManyPostsAreRefused()
{
    m_connections.limited = QStringList{QString::fromUtf8(openId)};
    const HttpReply reply = answer(Method::Post, QString::fromUtf8(openId), "hello");
    m_connections.limited.clear();
    QCOMPARE(reply.status, 429);
    QCOMPARE(headerIn(reply, "x-amzn-errortype"), QByteArray("LimitExceededException"));
    QCOMPARE(reply.body, QByteArray(R"({"message":"Too Many Requests"})"));
    QVERIFY(m_connections.posts.isEmpty());
}

void TestManagementApi::anUnknownStageIsForbidden()
{
    const ManagementApi api(ManagementApi::Callers::Everybody, m_clock, m_ids);
    const HttpReply reply =
        api.answer({Method::Get, QStringLiteral("prod"), QString::fromUtf8(openId)}, {}, nullptr);
    QCOMPARE(reply.status, 403);
    QCOMPARE(headerIn(reply, "x-amzn-errortype"), QByteArray("ForbiddenException"));
    QCOMPARE(reply.body, QByteArray(R"({"message":"Forbidden"})"));
}

void TestManagementApi::signaturesCanBeRequired()
{
    const ManagementApi api(ManagementApi::Callers::Signed, m_clock, m_ids);
    ManagementCall call{Method::Get, QStringLiteral("dev"), QString::fromUtf8(openId)};
    const HttpReply reply = api.answer(call, {}, &m_connections);
    QCOMPARE(reply.status, 403);
    QCOMPARE(headerIn(reply, "x-amzn-errortype"), QByteArray("MissingAuthenticationTokenException"));
    QCOMPARE(reply.body, QByteArray(R"({"message":"Missing Authentication Token"})"));
    call.isSigned = true;
    QCOMPARE(api.answer(call, {}, &m_connections).status, 200);
}

QTEST_APPLESS_MAIN(TestManagementApi)
#include "tst_managementapi.moc"

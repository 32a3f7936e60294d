// SPDX-License-Identifier: MIT
#include "integrations/BuiltIns.h"

#include "config/DefaultStages.h"
#include "support/FakeClock.h"
#include "support/FakePost.h"

#include <QTest>

using namespace Greenroom;

class TestBuiltIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void backendsHaveTheRoutesOfTheirTutorials_data();
    void backendsHaveTheRoutesOfTheirTutorials();
    void theDefaultStagesHaveTheTutorialsNames();
    void aMockDoesNothing();
    void aMockReturnsWhatItIsToldTo();
    void aRouteIsAnsweredByTheHandlerOfAnotherName();
    void theStageIsToldOfItsConfiguration();

private:
    Backend open(const StageConfig &config);
    IntegrationResult invoke(const Backend &backend, const char *routeKey, const char *body);

    Test::FakeClock m_clock;
    IdMint m_ids{m_clock};
    Test::FakePost m_post;
};

void TestBuiltIns::init()
{
    m_post.posts.clear();
}

Backend TestBuiltIns::open(const StageConfig &config)
{
    auto backend = BuiltIns::backend(config, {}, m_clock, m_ids)(m_post);
    if (!backend)
        qFatal("%s", qPrintable(backend.error().message));
    return std::move(*backend);
}

IntegrationResult TestBuiltIns::invoke(const Backend &backend, const char *routeKey, const char *body)
{
    ProxyEvent event;
    event.routeKey = QString::fromUtf8(routeKey);
    event.connectionId = QStringLiteral("ana");
    event.body = QString::fromUtf8(body);
    IntegrationResult answer = tl::unexpected(IntegrationFailure{QStringLiteral("no answer")});
    backend.integration->invoke(event, [&answer](const IntegrationResult &result) { answer = result; });
    return answer;
}

void TestBuiltIns::backendsHaveTheRoutesOfTheirTutorials_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QStringList>("routeKeys");
    const QStringList four{QStringLiteral("$connect"), QStringLiteral("$disconnect"),
                           QStringLiteral("$default"), QStringLiteral("sendmessage")};
    QTest::newRow("history") << "history" << four;
    QTest::newRow("direct has no $disconnect and no $default")
        << "direct" << QStringList{QStringLiteral("$connect"), QStringLiteral("sendMessage")};
    QTest::newRow("broadcast") << "broadcast"
                               << QStringList{QStringLiteral("$connect"), QStringLiteral("sendMessage"),
                                              QStringLiteral("$disconnect"), QStringLiteral("$default")};
    QTest::newRow("tutorial") << "tutorial" << four;
    QTest::newRow("all") << "all" << four + QStringList{QStringLiteral("sendMessage")};
}

void TestBuiltIns::backendsHaveTheRoutesOfTheirTutorials()
{
    QFETCH(const QString, backend);
    const Backend opened = open({QStringLiteral("a"), BuiltIns::routesOf(backend), {}, {}});
    QTEST(opened.routeKeys, "routeKeys");
    QCOMPARE(opened.twoWayRouteKeys, QStringList());
    QVERIFY(opened.tables->activeConnections().isEmpty());
}

void TestBuiltIns::theDefaultStagesHaveTheTutorialsNames()
{
    QStringList names;
    const QList<StageConfig> stages = defaultStages();
    for (const auto &stage : stages)
        names.append(stage.name + u' ' + stage.routes.constFirst().handler);
    QCOMPARE(names,
             (QStringList{QStringLiteral("dev all.$connect"), QStringLiteral("staging all.$connect"),
                          QStringLiteral("prod all.$connect"), QStringLiteral("production tutorial.$connect"),
                          QStringLiteral("beta broadcast.$connect")}));
}

void TestBuiltIns::aMockDoesNothing()
{
    const Backend backend =
        open({QStringLiteral("a"), BuiltIns::routesOf(QStringLiteral("broadcast")), {}, {}});
    const auto answer = invoke(backend, "$default", "hello");
    QCOMPARE(answer->statusCode, 200);
    QVERIFY(answer->body.isEmpty());
    QVERIFY(m_post.posts.isEmpty());
}

void TestBuiltIns::aMockReturnsWhatItIsToldTo()
{
    StageConfig config{
        QStringLiteral("a"),
        {{QStringLiteral("well"), QStringLiteral("mock")}, {QStringLiteral("badly"), QStringLiteral("mock")}},
        {},
        {}};
    config.routes[0].mockResponse = R"({"statusCode":201,"headers":{"A":"b"},"body":"c"})";
    config.routes[1].mockResponse = R"({"body":"c"})";
    const Backend backend = open(config);
    const auto answer = invoke(backend, "well", "hello");
    QCOMPARE(answer->statusCode, 201);
    QCOMPARE(answer->header("a"), QByteArray("b"));
    QCOMPARE(answer->body, QByteArray("c"));
    QVERIFY(!invoke(backend, "badly", "hello").has_value());
}

void TestBuiltIns::aRouteIsAnsweredByTheHandlerOfAnotherName()
{
    const QString connectRoute = QStringLiteral("$connect");
    const Backend backend = open({QStringLiteral("a"),
                                  {{connectRoute, QStringLiteral("direct.$connect")},
                                   {QStringLiteral("say"), QStringLiteral("history.sendmessage")},
                                   {QStringLiteral("help"), QStringLiteral("history.$default")}},
                                  {},
                                  {}});
    QCOMPARE(invoke(backend, "say", R"({"message":"ping"})")->body, QByteArray(R"({"message": "pong"})"));
    invoke(backend, "help", "{}");
    QCOMPARE(m_post.posts.size(), 1);
    QVERIFY(m_post.posts.at(0).second.startsWith("{\"error\""));
    // The second half of `$connect` is that of its handler.
    backend.integration->afterConnect(QStringLiteral("ana"));
    QCOMPARE(m_post.posts.at(1).second, QByteArray(R"({"connection_id": "ana"})"));
}

void TestBuiltIns::theStageIsToldOfItsConfiguration()
{
    const StageConfig config{
        QStringLiteral("a"),
        {{QStringLiteral("say"), QStringLiteral("history.sendmessage"), RouteConfig::Response::Body},
         {QStringLiteral("$default"), QStringLiteral("mock")}},
        *RouteSelectionExpression::parse(QStringLiteral("say")),
        {{QStringLiteral("colour"), QStringLiteral("green")}}};
    const Backend backend = open(config);
    QCOMPARE(backend.routeKeys, (QStringList{QStringLiteral("say"), QStringLiteral("$default")}));
    QCOMPARE(backend.twoWayRouteKeys, QStringList{QStringLiteral("say")});
    QCOMPARE(backend.routeSelection.evaluate(QStringLiteral("{}")), QStringLiteral("say"));
    QCOMPARE(backend.stageVariables, config.stageVariables);
}

QTEST_GUILESS_MAIN(TestBuiltIns)
#include "tst_builtins.moc"

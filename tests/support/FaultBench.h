// SPDX-License-Identifier: MIT
#pragma once

#include "config/FaultConfig.h"
#include "gateway/RouteKeys.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>

namespace Greenroom::Test {

/// A gateway whose stage `dev` has fault rules and answers each route at once.
struct FaultBench
{
    FakeClock clock;
    std::shared_ptr<FakeIntegration::Record> record = std::make_shared<FakeIntegration::Record>();
    /// The way of the integration to the clients.
    PostToConnection *post = nullptr;
    QList<AccessEntry> log;
    /// Of the connection that newConnection() has made last.
    QString id;
    std::unique_ptr<InProcessGateway> gateway =
        std::make_unique<InProcessGateway>(clock, InProcessGateway::Start::Later);
    QObject context;

    /// `rules` as JSON, without the brackets of the list.
    explicit FaultBench(const char *rules)
    {
        const QStringList routes{RouteKeys::connect, RouteKeys::disconnect, QStringLiteral("say")};
        record->answeredAtOnce = routes;
        const auto plan = FaultConfig::parse(QByteArray(R"({"rules":[)") + rules + "]}").value();
        const auto plain = FakeIntegration::backend(record, routes, &post);
        gateway->gateway().addStage(QStringLiteral("dev"), [plan, plain](PostToConnection &stage) {
            auto backend = plain(stage);
            backend->faults = plan;
            return backend;
        });
        QObject::connect(&gateway->gateway(), &Gateway::accessLogged, &context,
                         [this](const AccessEntry &entry) { log.append(entry); });
        gateway->start();
    }

    std::unique_ptr<RawClient> newClient() const
    {
        auto client = std::make_unique<RawClient>(gateway->address());
        client->send(RawClient::upgradeRequest("/dev"));
        return client;
    }

    /// A client that has been let in, and has forgotten what it received until then.
    std::unique_ptr<RawClient> newConnection()
    {
        auto client = newClient();
        if (QTest::qWaitFor([&client] { return client->received().contains("\r\n\r\n"); }))
            client->forget();
        id = record->events(RouteKeys::connect).constLast().connectionId;
        return client;
    }

    static void say(RawClient &client, const QByteArray &text = "hi")
    {
        client.send(RawClient::textFrame(R"({"action":"say","text":")" + text + R"("})"));
    }

    QList<ProxyEvent> said() const { return record->events(QStringLiteral("say")); }
    QList<ProxyEvent> ended() const { return record->events(RouteKeys::disconnect); }

    /// Whether everything sent before has been handled.
    bool settle() const
    {
        RawClient other(gateway->address());
        other.send("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return QTest::qWaitFor([&other] { return other.isClosed(); });
    }
};

} // namespace Greenroom::Test

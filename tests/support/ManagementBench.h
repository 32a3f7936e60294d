// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/RouteKeys.h"
#include "support/FakeClock.h"
#include "support/FakeIntegration.h"
#include "support/InProcessGateway.h"
#include "support/RawClient.h"

#include <QTest>
#include <QWebSocket>

namespace Greenroom::Test {

/// A gateway with one client whose `$connect` has returned, for tests of what others do to it by
/// `@connections`.
class ManagementBench
{
public:
    FakeClock clock;
    std::shared_ptr<FakeIntegration::Record> record = std::make_shared<FakeIntegration::Record>();
    InProcessGateway gateway{clock, InProcessGateway::Start::Later};
    QWebSocket client;
    /// What the client has received.
    QStringList heard;
    QByteArray id;

    ManagementBench()
    {
        record->answeredAtOnce = QStringList{RouteKeys::disconnect};
        gateway.gateway().addStage(
            QStringLiteral("dev"),
            FakeIntegration::backend(record, {RouteKeys::connect, RouteKeys::disconnect}));
        gateway.start();
        QObject::connect(&client, &QWebSocket::textMessageReceived, &client,
                         [this](const QString &text) { heard.append(text); });
    }

    /// To be called once, before anything else.
    bool connectClient()
    {
        client.open(gateway.address());
        if (!QTest::qWaitFor([this] { return record->calls.size() == 1; }))
            return false;
        id = record->calls.at(0).event.connectionId.toLatin1();
        record->last(RouteKeys::connect).reply(ProxyResponse{});
        return QTest::qWaitFor([this] { return client.state() == QAbstractSocket::ConnectedState; });
    }

    /// A call for the client's connection; `rest` is further header lines, the empty line and the body.
    QByteArray request(const QByteArray &method, const QByteArray &rest = "\r\n") const
    {
        return method + " /dev/@connections/" + id + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
    }

    static QByteArray bodyOf(const QByteArray &bytes)
    {
        return "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes;
    }

    /// Whether the first that a caller gets is a reply with this status.
    static bool isAnswered(RawClient &caller, const QByteArray &statusLine)
    {
        return QTest::qWaitFor([&caller] { return caller.received().contains("\r\n\r\n"); })
               && caller.received().startsWith("HTTP/1.1 " + statusLine + "\r\n");
    }
};

} // namespace Greenroom::Test

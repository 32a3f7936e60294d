// SPDX-License-Identifier: MIT
#pragma once

#include "common/Ids.h"
#include "integrations/Integration.h"
#include "support/FakeClock.h"
#include "support/FakePost.h"
#include "support/FakeTables.h"

namespace Greenroom::Test {

inline constexpr QLatin1String ana("eHrdFcnvvHcCE-w=");
inline constexpr QLatin1String ben("eHrjDEuVPHcFWMg=");
inline constexpr QLatin1String eve("eHrkAAAAAAACAAA=");

using Posts = QList<std::pair<QString, QByteArray>>;

/// A chat on fakes, with Ana, Ben and Eve in it; events are Ana's.
struct ChatBench
{
    FakeClock clock;
    IdMint ids{clock};
    FakeTables tables;
    FakePost post;
    std::unique_ptr<Integration> chat;
    QList<IntegrationResult> replies;

    ChatBench() { tables.active = {ana, ben, eve}; }

    void connectAna() { invoke(ProxyEvent::Type::Connect, QStringLiteral("$connect"), {}); }
    void disconnectAna() { invoke(ProxyEvent::Type::Disconnect, QStringLiteral("$disconnect"), {}); }
    void say(const char *routeKey, const QString &body)
    {
        invoke(ProxyEvent::Type::Message, QString::fromUtf8(routeKey), body);
    }

private:
    void invoke(ProxyEvent::Type type, const QString &routeKey, const QString &body)
    {
        ProxyEvent event;
        event.type = type;
        event.routeKey = routeKey;
        event.connectionId = ana;
        event.sourceIp = QStringLiteral("192.0.2.1");
        event.body = body;
        chat->invoke(event, [this](const IntegrationResult &result) { replies.append(result); });
    }
};

} // namespace Greenroom::Test

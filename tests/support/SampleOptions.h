// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageOptions.h"

namespace Greenroom::Test {

/// Options none of which is as usual; their secrets are names alone.
inline StageOptions sampleOptions()
{
    StageOptions options;
    options.headers = {{"X-Tenant", "blue; \"quoted\", 100%"}, {"Authorization", {}}, {"X-Own", {}}};
    options.queryItems = {{QStringLiteral("room"), QStringLiteral("ä & b=c")},
                          {QStringLiteral("empty")},
                          {QStringLiteral("pin"), {}, true}};
    options.subprotocols = {QStringLiteral("v2.chat"), QStringLiteral("v1.chat")};
    options.dialect = DialectChoice::Broadcast;
    options.tls = {TlsChoice::Trust::OneCertificate, QStringLiteral("/etc/ca, of mine.pem"),
                   QByteArray(32, '\xab'), QStringLiteral("/home/me/me.pem"),
                   QStringLiteral("/home/me/key.pem")};
    options.proxy = {ProxyChoice::Kind::Manual, QStringLiteral("proxy.example.com"), 3128};
    options.heartbeat = {false, std::chrono::seconds(45), QStringLiteral("keepAlive"),
                         QStringLiteral("alive & \"well\"")};
    options.signIn = {QUrl(QStringLiteral("https://example.com/dev/auth")), QStringLiteral("ann"),
                      SignInChoice::TokenPlace::Header, true};
    return options;
}

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#include "support/InProcessGateway.h"

namespace Greenroom::Test {

namespace {

GatewayOptions onFreePort()
{
    GatewayOptions options;
    options.port = 0;
    return options;
}

} // namespace

InProcessGateway::InProcessGateway(Start start) : InProcessGateway(m_systemClock, start) {}

InProcessGateway::InProcessGateway(Clock &clock, Start start) : m_gateway(onFreePort(), clock)
{
    if (start == Start::Now)
        this->start();
}

QUrl InProcessGateway::address() const
{
    return m_gateway.stageAddress(QStringLiteral("dev"));
}

void InProcessGateway::start()
{
    if (const auto started = m_gateway.start(); !started)
        qFatal("The gateway cannot start: %s", qPrintable(started.error().message));
}

} // namespace Greenroom::Test

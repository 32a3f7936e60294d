// SPDX-License-Identifier: MIT
#include "localstage/GatewayHost.h"

#include "gateway/Gateway.h"

namespace Greenroom {

namespace {

constexpr QLatin1String stageName("dev");

} // namespace

GatewayHost::GatewayHost(QString dataDirectory) : m_dataDirectory(std::move(dataDirectory)) {}

GatewayHost::~GatewayHost() = default;

void GatewayHost::start()
{
    GatewayOptions options;
    options.port = 0;
    options.dataDirectory = m_dataDirectory;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    if (const Result<void> result = m_gateway->start(); !result) {
        m_gateway.reset();
        Q_EMIT failed(result.error().message);
        return;
    }
    Q_EMIT started(m_gateway->stageAddress(stageName));
}

void GatewayHost::stop()
{
    if (!m_gateway) {
        Q_EMIT stopped();
        return;
    }
    connect(m_gateway.get(), &Gateway::stopped, this, &GatewayHost::stopped);
    m_gateway->shutDown();
}

} // namespace Greenroom

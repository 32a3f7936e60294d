// SPDX-License-Identifier: MIT
#include "localstage/GatewayHost.h"

#include "gateway/Gateway.h"

namespace Greenroom {

namespace {

constexpr QLatin1String stageName("dev");

} // namespace

GatewayHost::GatewayHost(QString dataDirectory) : m_dataDirectory(std::move(dataDirectory)) {}

GatewayHost::~GatewayHost() = default;

void GatewayHost::start(bool isEncrypted)
{
    m_isEncrypted = isEncrypted;
    if (m_gateway)
        end();
    else
        begin();
}

void GatewayHost::stop()
{
    m_isStopping = true;
    if (m_gateway)
        end();
    else
        Q_EMIT stopped();
}

void GatewayHost::begin()
{
    GatewayOptions options;
    options.port = 0;
    options.dataDirectory = m_dataDirectory;
    options.tls.identity = m_isEncrypted ? TlsOptions::Identity::SelfSigned : TlsOptions::Identity::None;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    if (const Result<void> result = m_gateway->start(); !result) {
        m_gateway.reset();
        Q_EMIT failed(result.error().message);
        return;
    }
    // It is written in hexadecimal digits; the colons between them do not count.
    Q_EMIT started(m_gateway->stageAddress(stageName),
                   QByteArray::fromHex(m_gateway->certificateFingerprint()));
}

void GatewayHost::end()
{
    // Queued, since a gateway cannot be deleted while it tells of its end.
    connect(m_gateway.get(), &Gateway::stopped, this, &GatewayHost::noteEnd,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
    m_gateway->shutDown();
}

void GatewayHost::noteEnd()
{
    m_gateway.reset();
    if (m_isStopping)
        Q_EMIT stopped();
    else
        begin();
}

} // namespace Greenroom

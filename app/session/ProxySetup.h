// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QNetworkProxy>

/// What a ProxyChoice means to a socket.
namespace Greenroom::ProxySetup {

/// The proxy for a connection to `address`, a ws:// or wss:// one. This machine is reached without one
/// whatever is chosen, as everywhere in Qt. `login` is for a Manual one.
QNetworkProxy proxyFor(const ProxyChoice &choice, const QUrl &address, const ProxyLogin &login = {});

} // namespace Greenroom::ProxySetup

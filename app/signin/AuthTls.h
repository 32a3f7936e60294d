// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QSslConfiguration>

/// An Auth API on the stage's own host is trusted as the stage is.
namespace Greenroom::AuthTls {

/// What is shown and whom is believed; unreadable files count as none.
QSslConfiguration configuration(const TlsChoice &choice);

/// Whether `certificate` will do where one certificate is trusted; any will where authorities are.
bool accepts(const TlsChoice &choice, const QSslCertificate &certificate);

} // namespace Greenroom::AuthTls

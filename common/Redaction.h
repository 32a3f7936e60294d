// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace Greenroom::Redaction {

/// `address` without user name, password and the query items that hold secrets (token, Authorization, key,
/// …), and without a fragment, which no WebSocket address has and which may hold one too. This is the form
/// for settings files, logs, titles and tooltips.
QUrl withoutSecrets(const QUrl &address);

/// Whether `address` holds anything that withoutSecrets() takes away.
bool hasSecrets(const QUrl &address);

} // namespace Greenroom::Redaction

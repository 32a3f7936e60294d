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

/// What stands in place of a secret in a text.
QString placeholder();

/// `text` with placeholder() in place of each secret that can be told from what is around it: JSON Web
/// Tokens; what follows `Bearer`; user name and password in an address; the value in `token=…`, `"password":
/// "…"` and `Authorization: …`, whatever the name that withoutSecrets() would take away, also in JSON inside
/// of JSON. JSON stays JSON. What looks like any other word is not found. Takes time in proportion to the
/// length.
QString withoutSecretsIn(const QString &text);

} // namespace Greenroom::Redaction

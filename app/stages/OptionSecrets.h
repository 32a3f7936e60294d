// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QHash>
#include <QString>

namespace Greenroom {

/// What a stage's options leave to Secrets: the values of secret headers and query items, the passphrase of a
/// key, who one is to a proxy. Never write it anywhere else.
struct OptionSecrets
{
    /// By name in small letters.
    QHash<QString, QString> headers = {};
    /// By name.
    QHash<QString, QString> queryItems = {};
    /// Of the key of the certificate that is shown to the stage.
    QString keyPassphrase = {};
    ProxyLogin proxyLogin = {};
    /// The only proxy that may know of proxyLogin, `host:port`: others may be chosen in ways that do not ask
    /// for a password, such as an import.
    QString proxyAuthority = {};

    /// Nobody where it is for another proxy.
    ProxyLogin loginFor(const ProxyChoice &proxy) const;
    /// One without a user is forgotten.
    void setLogin(const ProxyChoice &proxy, const ProxyLogin &login);

    /// Whatever makes sense in `json`; nothing if it is none.
    static OptionSecrets fromJson(const QString &json);
    /// Empty where there is nothing to keep.
    QString toJson() const;
};

} // namespace Greenroom

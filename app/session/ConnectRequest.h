// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Greenroom {

/// One line of an HTTP request's head.
struct HeaderLine
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HeaderLine &other) const = default;
};

/// Whose certificate is accepted of a wss:// stage, and which one is shown to it.
struct TlsChoice
{
    enum class Trust {
        /// What the system trusts.
        System,
        /// What the authorities in `caFile` have signed, and nothing else.
        Authorities,
        /// The one certificate with `fingerprint`, whatever else is wrong with it.
        OneCertificate,
    };

    Trust trust = Trust::System;
    /// PEM.
    QString caFile = {};
    /// SHA-256 of the certificate in DER, 32 bytes.
    QByteArray fingerprint = {};
    /// PEM; both empty where no certificate is shown to the stage.
    QString certificateFile = {};
    QString keyFile = {};

    bool operator==(const TlsChoice &other) const = default;
};

struct ProxyChoice
{
    enum class Kind { System, None, Manual };

    Kind kind = Kind::System;
    /// Of a Manual one, which speaks HTTP's CONNECT.
    QString host = {};
    quint16 port = 0;

    bool operator==(const ProxyChoice &other) const = default;
};

/// Who one is to a proxy. Holds a password; never write it anywhere.
struct ProxyLogin
{
    /// Empty where the proxy is told nothing.
    QString user = {};
    QString password = {};

    bool operator==(const ProxyLogin &other) const = default;
};

/// All that one attempt to connect to a stage takes. Holds secrets; never write it anywhere.
struct ConnectRequest
{
    QUrl address;
    /// Beside those that every handshake has.
    QList<HeaderLine> headers = {};
    /// Offered in this order.
    QStringList subprotocols = {};
    TlsChoice tls = {};
    ProxyChoice proxy = {};
    /// Of the key that `tls` names; empty where it has none.
    QString keyPassphrase = {};
    /// For a Manual proxy.
    ProxyLogin proxyLogin = {};
};

} // namespace Greenroom

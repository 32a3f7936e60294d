// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <optional>

namespace Greenroom {

class HttpHead;

/// Why a request is turned away before anything else is looked at.
struct DoorRefusal
{
    /// The option of greenroom-server that would let it in, as `--allow-host name`; empty if none would.
    QString allowingOption;
};

/// Keeps web pages from elsewhere away from a server on somebody's desk. Browsers say in `Origin` whose page
/// sends a request, and in `Host` by which name they found us; other programs send no `Origin`. Pure.
class DoorPolicy
{
public:
    /// Origins as originFrom() writes them, host names as hostFrom() does.
    DoorPolicy(const QHostAddress &listenedOn, QStringList allowedOrigins, QStringList allowedHosts);

    /// Nothing if the request may come in.
    ///
    /// Pages of this machine may: http or https on `localhost`, 127.0.0.0/8 or `[::1]`, whatever the port.
    /// The page called `null` may not, since any page can make itself one with a sandboxed frame.
    ///
    /// A `Host` is ours if it is `localhost` or ends in `.localhost`, a loopback address or the address that
    /// is listened on. Where that is not a loopback address, any IP address is ours: the trick of DNS
    /// rebinding, a stranger's name that suddenly means our address, needs a name.
    /// https://fetch.spec.whatwg.org/#origin-header
    std::optional<DoorRefusal> refusal(const HttpHead &head) const;

    /// `typed` as browsers write an origin, or `null`; nothing if it is none.
    /// https://www.rfc-editor.org/rfc/rfc6454#section-6.2
    static std::optional<QString> originFrom(const QString &typed);
    /// The name or address in `typed`, a `Host` header with or without a port; nothing if it is none.
    static std::optional<QString> hostFrom(const QString &typed);

private:
    bool isOwnHost(const QString &host) const;

    QHostAddress m_listenedOn;
    QStringList m_allowedOrigins;
    QStringList m_allowedHosts;
    /// The `Host` that was admitted last: clients come in crowds, and all say the same.
    mutable QByteArray m_lastAdmitted;
};

} // namespace Greenroom

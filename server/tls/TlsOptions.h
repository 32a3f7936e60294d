// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

/// As whom a gateway shows itself to clients that speak TLS to it.
struct TlsOptions
{
    enum class Identity {
        /// It speaks no TLS.
        None,
        /// Somebody else has made the certificate.
        Files,
        /// The gateway makes a certificate of its own. It keeps it in its data directory, for the next time,
        /// or, where it has none, for as long as it runs.
        SelfSigned,
    };

    Identity identity = Identity::None;
    /// Of Files: PEM; the certificate first, those that vouch for it after it.
    QString certificateFile = {};
    /// Of Files: PEM, without a pass phrase.
    QString keyFile = {};

    bool isOn() const { return identity != Identity::None; }
};

} // namespace Greenroom

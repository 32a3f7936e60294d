// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>

namespace Greenroom {

/// A certificate that vouches for itself, for this machine alone (localhost, 127.0.0.1 and ::1), with a key
/// on the curve P-256. Nobody trusts it but those who have been shown its fingerprint.
struct SelfSignedCertificate
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::SelfSignedCertificate)

public:
    /// Some systems take certificates of a longer life for bad ones.
    /// https://support.apple.com/en-us/HT210176
    static constexpr std::chrono::days lifetime{825};

    /// PEM, both.
    QByteArray certificate;
    QByteArray key;

    /// A new one, valid from a day before `now` on, for clocks that are behind.
    static Result<SelfSignedCertificate> make(WallTime now);

    /// The one that is kept in `folder`, which exists; a new one, which is kept there from now on, where
    /// there is none, it cannot be used or it ends within a day. The key's file is for its owner only.
    static Result<SelfSignedCertificate> kept(const QDir &folder, WallTime now);

    /// Where kept() keeps the certificate, without its key.
    static QString certificateFile(const QDir &folder);

    /// Whether it is valid at `moment`.
    bool isValidAt(WallTime moment) const;
};

} // namespace Greenroom

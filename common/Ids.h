// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QString>
#include <functional>

namespace Greenroom {

/// Mints identifiers of the same make as API Gateway's: 11 bytes in base64url with its `=`, 16 characters.
///
/// The first 30 bits are the tenths of a second since an AWS epoch, byte 8 tells the kind, the rest is
/// random. Found from timestamped captures of real stages.
class IdMint
{
public:
    /// Returns 32 random bits at each call.
    using RandomSource = std::function<quint32()>;

    /// `clock` is borrowed and gives the time part; `random` is the system's generator unless given.
    explicit IdMint(const Clock &clock, RandomSource random = systemRandom());

    QString connectionId();
    QString requestId();
    /// Ends like the connection's own id, as on AWS.
    QString messageId(const QString &connectionId);
    /// A random UUID, version 4, lower case with dashes.
    QString uuid();

    /// The operating system's generator.
    static RandomSource systemRandom();
    /// Whether `id` has the form of a connection id; says nothing of whether it was ever given out.
    static bool isConnectionId(QStringView id);

private:
    QByteArray stampedBytes(char kind);

    const Clock &m_clock;
    RandomSource m_random;
};

} // namespace Greenroom

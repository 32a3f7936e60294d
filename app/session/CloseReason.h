// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <chrono>

namespace Greenroom::CloseReason {

/// One translated sentence on why the other side closed a connection with `code` (RFC 6455, 7.4), and the
/// peer's own words if it gave any in `reason`.
QString sentence(int code, const QString &reason);

/// As sentence(); a 1001 is told by its cause where the connection's `age`, or the `silence` since something
/// was last said, is the gateway's limit.
QString sentence(int code, const QString &reason, std::chrono::milliseconds age,
                 std::chrono::milliseconds silence);

} // namespace Greenroom::CloseReason

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom::CloseReason {

/// One translated sentence on why the other side closed a connection with `code` (RFC 6455, 7.4), and the
/// peer's own words if it gave any in `reason`.
QString sentence(int code, const QString &reason);

} // namespace Greenroom::CloseReason

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

/// A row of SessionHistory when it begins. Stamps are UTC, `2026-01-31T12:00:00Z`.
struct SessionRow
{
    QString connectionId;
    QString sourceIp;
    QString connectedAt;
};

/// A row of MessageHistory.
struct MessageRow
{
    QString messageId;
    QString connectionId;
    QString message;
    QString timestamp;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "session/Transport.h"

#include <optional>

namespace Greenroom {

/// How an attempt to connect, or a connection, came to its end.
struct LinkEnd
{
    /// Where it was closed, by which code; nothing where it was refused or broke.
    std::optional<int> closeCode = {};
    /// Where it was refused or broke, by what.
    TransportFailure failure = {};
    /// One sentence for the user on why, translated.
    QString reason = {};
};

} // namespace Greenroom

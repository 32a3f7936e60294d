// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom::Bench {

/// Tests what the figures rest on: frames, the handshake's key, markers and the ledger. Says what is wrong on
/// stderr; returns the exit code.
int checkAll();

} // namespace Greenroom::Bench

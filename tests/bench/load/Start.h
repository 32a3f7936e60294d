// SPDX-License-Identifier: MIT
#pragma once

#include "load/Time.h"
#include "wire/Sockets.h"

#include <string>
#include <vector>

namespace Greenroom::Bench {

/// Starts `command`, connects to `address` until a handshake is answered 101, ends the command again. Returns
/// how long the answer took from the start.
Duration timeToFirstHandshake(const std::vector<std::string> &command, const Sockets::Address &address);

} // namespace Greenroom::Bench

// SPDX-License-Identifier: MIT
#pragma once

/// How many files and sockets the system lets this process have open at once.
namespace Greenroom::FileLimit {

/// Asks the system for as many as it allows; keeps what there is where it refuses.
void raise();

/// How many clients that is, with a reserve for everything else that the process opens.
int clients();

} // namespace Greenroom::FileLimit

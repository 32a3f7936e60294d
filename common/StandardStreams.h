// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom {

/// Opens whichever of the standard streams is closed on /dev/null, so that no file or socket takes its number
/// and finds log lines in it. To be called first of all in main().
void openClosedStandardStreams();

} // namespace Greenroom

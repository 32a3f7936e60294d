// SPDX-License-Identifier: MIT
#include "common/StandardStreams.h"

#include <fcntl.h>
#include <unistd.h>

namespace Greenroom {

void openClosedStandardStreams()
{
    // open() takes the lowest free number: when it comes out above the three, all of them are taken.
    int descriptor = STDIN_FILENO;
    while (descriptor >= STDIN_FILENO && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDWR);
    if (descriptor > STDERR_FILENO)
        ::close(descriptor);
}

} // namespace Greenroom

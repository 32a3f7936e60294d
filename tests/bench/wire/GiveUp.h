// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace Greenroom::Bench {

/// Says why on stderr and ends the program with 1. The tools of the bench have nothing to clean up and
/// nobody else to tell.
[[noreturn]] inline void giveUp(const std::string &why)
{
    std::fputs((why + '\n').c_str(), stderr);
    std::_Exit(1);
}

/// The same, where a system call failed.
[[noreturn]] inline void giveUpAfter(const std::string &call)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread.
    giveUp(call + ": " + std::strerror(errno));
}

} // namespace Greenroom::Bench

// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <csignal>
#include <sys/resource.h>

namespace Greenroom::Test {

/// A disk that is full, as far as anybody can have one: while this lives no file of the test program grows
/// beyond so many bytes, and writing more fails.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        // By default the system ends a program that goes on.
        std::signal(SIGXFSZ, SIG_IGN);
        set(bytes);
    }
    ~FileSizeLimit() { lift(); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

    static void lift() { set(RLIM_INFINITY); }

private:
    static void set(rlim_t bytes)
    {
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
};

} // namespace Greenroom::Test

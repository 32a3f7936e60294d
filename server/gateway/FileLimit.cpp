// SPDX-License-Identifier: MIT
#include "gateway/FileLimit.h"

#include "gateway/Quotas.h"

#include <algorithm>
#include <limits>
#include <sys/resource.h>

namespace Greenroom::FileLimit {

void raise()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

int clients()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::numeric_limits<int>::max();
    // The largest value stands for no limit at all.
    const rlim_t files = std::min(limit.rlim_cur, rlim_t{std::numeric_limits<int>::max()});
    return std::max(static_cast<int>(files) - Quotas::reservedFiles, 1);
}

} // namespace Greenroom::FileLimit

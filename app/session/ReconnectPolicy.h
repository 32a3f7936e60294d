// SPDX-License-Identifier: MIT
#pragma once

#include "session/LinkEnd.h"

#include <chrono>
#include <functional>

namespace Greenroom {

/// After which ends another attempt is worth it, and how long to wait before it: exponential back-off with
/// full jitter, so that a stage that comes back is not met by all its clients at once.
/// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
class ReconnectPolicy
{
public:
    /// The longest wait before the first attempt; it doubles with each that fails.
    static constexpr std::chrono::seconds base{1};
    static constexpr std::chrono::seconds cap{60};
    /// No two attempts are closer, whatever the dice say.
    static constexpr std::chrono::milliseconds least{250};
    /// Only a connection that has lived so long ends the back-off: a stage that lets in and closes at once is
    /// failing, too.
    static constexpr std::chrono::seconds settledAfter{60};

    /// `random` returns numbers from 0 to below 1.
    explicit ReconnectPolicy(std::function<double()> random);

    /// Whether nothing gets better by trying again: the stage does not let us in (401, 403, 1008), or is not
    /// trusted.
    static bool isFinal(const LinkEnd &end);

    /// Whether it looks as if something stood before the stage: whoever was connected and meets a certificate
    /// that is not trusted is more likely in a hotel, whose portal answers for everybody, than at a stage
    /// that has changed. That passes, and nobody should be led to trust it.
    static bool mayBePortal(const LinkEnd &end);

    /// An attempt has failed or a connection has ended. Returns how long to wait before the next attempt.
    std::chrono::milliseconds nextDelay();
    /// A connection has lived for settledAfter, or the user begins anew.
    void reset();
    /// Those for which nextDelay() was asked since then.
    int failures() const;

private:
    std::function<double()> m_random;
    int m_failures = 0;
};

} // namespace Greenroom

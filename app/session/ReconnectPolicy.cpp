// SPDX-License-Identifier: MIT
#include "session/ReconnectPolicy.h"

#include <algorithm>

namespace Greenroom {

using std::chrono::milliseconds;

namespace {

// https://www.iana.org/assignments/http-status-codes
constexpr int unauthorized = 401;
constexpr int forbidden = 403;
// https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
constexpr int policyViolated = 1008;
/// From here on all waits are as long as the cap.
constexpr int mostDoublings = 6;

} // namespace

ReconnectPolicy::ReconnectPolicy(std::function<double()> random) : m_random(std::move(random)) {}

bool ReconnectPolicy::isFinal(const LinkEnd &end)
{
    if (end.closeCode)
        return *end.closeCode == policyViolated;
    return end.failure.httpStatus == unauthorized || end.failure.httpStatus == forbidden
           || end.failure.cause == TransportFailure::Cause::Certificate
           // Who tries a wrong password again and again is locked out.
           || end.failure.cause == TransportFailure::Cause::ProxyLogin;
}

bool ReconnectPolicy::mayBePortal(const LinkEnd &end)
{
    return !end.closeCode && end.failure.cause == TransportFailure::Cause::Certificate;
}

milliseconds ReconnectPolicy::nextDelay()
{
    const milliseconds longest =
        std::min<milliseconds>(base * (1 << std::min(m_failures, mostDoublings)), cap);
    ++m_failures;
    const milliseconds drawn(
        static_cast<milliseconds::rep>(m_random() * static_cast<double>(longest.count())));
    return std::clamp<milliseconds>(drawn, least, longest);
}

void ReconnectPolicy::reset()
{
    m_failures = 0;
}

int ReconnectPolicy::failures() const
{
    return m_failures;
}

} // namespace Greenroom

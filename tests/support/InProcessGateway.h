// SPDX-License-Identifier: MIT
#pragma once

#include "common/SystemClock.h"
#include "gateway/Gateway.h"

#include <QUrl>

namespace Greenroom::Test {

/// A real gateway in the test's own thread, on a free port, with its tables in memory. Has the
/// default stages, unless it is told otherwise before start().
class InProcessGateway
{
public:
    enum class Start { Now, Later };

    /// Runs on the system's clock. Ends the test program if it cannot start.
    explicit InProcessGateway(Start start = Start::Now);
    /// Borrows `clock`.
    explicit InProcessGateway(Clock &clock, Start start = Start::Now);

    /// The address of the stage `dev`.
    QUrl address() const;
    Gateway &gateway() { return m_gateway; }

    void start();

private:
    SystemClock m_systemClock;
    Gateway m_gateway;
};

} // namespace Greenroom::Test

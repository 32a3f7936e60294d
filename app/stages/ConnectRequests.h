// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <functional>
#include <vector>

namespace Greenroom {

/// Puts together what an attempt to connect takes, anew for each attempt, from parts that know of one thing
/// each: the stage's options, its secrets, who is signed in.
class ConnectRequests
{
public:
    /// Adds to `request` what it knows of `stage`, the address without secrets.
    using Part = std::function<void(ConnectRequest &request, const QUrl &stage)>;

    /// Parts are asked in the order in which they were added.
    void add(Part part);
    ConnectRequest requestFor(const QUrl &address) const;

private:
    std::vector<Part> m_parts;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "stages/ConnectRequests.h"

#include "common/Redaction.h"

namespace Greenroom {

void ConnectRequests::add(Part part)
{
    m_parts.push_back(std::move(part));
}

ConnectRequest ConnectRequests::requestFor(const QUrl &address) const
{
    ConnectRequest request{address};
    const QUrl stage = Redaction::withoutSecrets(address);
    for (const Part &part : m_parts)
        part(request, stage);
    return request;
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "login/LoginCall.h"

#include "gateway/HttpHead.h"

namespace Greenroom {

std::optional<LoginCall> LoginCall::from(const HttpHead &head)
{
    const QList<QByteArray> path = head.pathSegments();
    if (path.size() != 2 || path.constFirst().isEmpty() || path.constLast() != "auth"
        || head.asksForWebSocket())
        return std::nullopt;
    return LoginCall{head.method(), QString::fromUtf8(path.constFirst()), head.header("Origin")};
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/PostToConnection.h"

namespace Greenroom {

/// What boto3's exception says of a post that was not sent.
/// https://github.com/boto/botocore/blob/develop/botocore/exceptions.py (ClientError)
inline QString postFailure(PostToConnection::Status status)
{
    const QString text =
        QStringLiteral("An error occurred (%1) when calling the PostToConnection operation: %2");
    if (status == PostToConnection::Status::LimitExceeded)
        return text.arg(QStringLiteral("LimitExceededException"), QStringLiteral("Too Many Requests"));
    return text.arg(QStringLiteral("GoneException"), QString());
}

} // namespace Greenroom

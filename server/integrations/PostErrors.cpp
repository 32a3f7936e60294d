// SPDX-License-Identifier: MIT
#include "integrations/PostErrors.h"

namespace Greenroom::PostErrors {

namespace {

struct PostError
{
    QLatin1String name;
    /// The `message` of the answer: that of 410 has none.
    QLatin1String message;
    /// What boto3 adds where it has tried again.
    QLatin1String retries;
};

PostError errorOf(PostToConnection::Status status)
{
    switch (status) {
    case PostToConnection::Status::TooLarge:
        return {QLatin1String("PayloadTooLargeException"), QLatin1String("Payload too large"), {}};
    case PostToConnection::Status::LimitExceeded:
        return {QLatin1String("LimitExceededException"), QLatin1String("Too Many Requests"),
                QLatin1String(" (reached max retries: 4)")};
    case PostToConnection::Status::Gone:
    case PostToConnection::Status::Ok:
        break;
    }
    return {QLatin1String("GoneException"), {}, {}};
}

} // namespace

QString ofPython(PostToConnection::Status status)
{
    const PostError error = errorOf(status);
    return QStringLiteral("An error occurred (%1) when calling the PostToConnection operation%2: %3")
        .arg(error.name, error.retries, error.message);
}

QString ofJavaScript(PostToConnection::Status status)
{
    const PostError error = errorOf(status);
    // For want of a message it takes the status.
    return error.name + QLatin1String(": ")
           + (error.message.isEmpty() ? QLatin1String("410") : error.message);
}

} // namespace Greenroom::PostErrors

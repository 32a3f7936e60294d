// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <optional>

namespace Greenroom {

class HttpHead;

/// What a request to the management API asks for. Pure.
struct ManagementCall
{
    enum class Method { Post, Get, Delete };

    Method method = Method::Get;
    QString stage;
    /// As it came: whatever the client thinks is one.
    QString connectionId;
    /// Whether there is a signature, good or bad: AWS's Signature Version 4 in the header or in the query.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
    bool isSigned = false;

    /// The call that `head` makes: `/{stage}/@connections/{id}`, with escapes or without. Nothing if it asks
    /// for something else.
    static std::optional<ManagementCall> from(const HttpHead &head);
    /// As HTTP writes it.
    static QString methodName(Method method);
};

} // namespace Greenroom

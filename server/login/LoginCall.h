// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace Greenroom {

class HttpHead;

/// A request to the login of a stage. Pure.
struct LoginCall
{
    /// Any that HTTP has.
    QByteArray method;
    QString stage;
    /// The page that asks, as its browser names it; empty where it is no page.
    QByteArray origin = {};

    /// The call that `head` makes: `/{stage}/auth`, with escapes or without. Nothing if it asks for something
    /// else.
    static std::optional<LoginCall> from(const HttpHead &head);
};

} // namespace Greenroom

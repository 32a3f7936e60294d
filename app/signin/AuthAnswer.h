// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Greenroom {

/// What an Auth API has said, taken out of its HTTP answer. Three forms are read: the tutorials' page's
/// `{"statusCode":200,"body":"{\"token\":…}"}`, the same with an object as its body, and what such a body
/// holds alone.
struct AuthAnswer
{
    /// The `statusCode` of the answer, else the status of HTTP.
    int status = 0;
    /// Empty where there is none.
    QByteArray token = {};
    /// What the backend says of it: one short line of plain text; empty where there is none.
    QString message = {};

    /// Never fails: what cannot be read has neither token nor message.
    static AuthAnswer read(int httpStatus, const QByteArray &body);
};

} // namespace Greenroom

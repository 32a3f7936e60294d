// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QByteArray>
#include <QList>
#include <utility>

namespace Greenroom {

/// An HTTP response as a value.
struct HttpReply
{
    enum class Afterwards { Close, KeepAlive };

    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// The bytes for the socket: status line, `Date`, the headers, `Content-Length`, `Connection`, body.
    QByteArray toBytes(WallTime moment, Afterwards afterwards = Afterwards::Close) const;

    /// A moment as the `Date` header writes it.
    static QByteArray date(WallTime moment);
    /// The reason phrase of a status, `Unknown` where there is none.
    static QByteArray reasonPhrase(int status);
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Greenroom {

/// The stage that a decoded path names: `/dev` and `/dev/` give `dev`; a path with nothing or with more in it
/// gives an empty text. Pure.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-wscat.html
inline QString stageInPath(const QByteArray &path)
{
    QByteArray name = path.mid(1);
    if (name.endsWith('/'))
        name.chop(1);
    return name.contains('/') ? QString() : QString::fromUtf8(name);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>

namespace Greenroom {

/// How users of a stage get their tokens.
struct LoginSettings
{
    static constexpr std::chrono::seconds usualLifetime = std::chrono::hours(1);

    /// Read at each login, so that whoever is added may come at once; UserFile tells its form.
    QString usersFile = {};
    /// That of the stage's JwtAuthorizer.
    QByteArray secret = {};
    /// From a login until its token expires.
    std::chrono::seconds tokenLifetime = usualLifetime;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QCoreApplication>

namespace Greenroom {

/// Who wants to sign in: `{"user_id": "…", "password": "…"}`. Pure.
struct LoginRequest
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::LoginRequest)

public:
    QString user;
    /// Prepared for PasswordHash.
    QByteArray password;

    /// Other members are left alone. The error is a sentence that repeats nothing of the password.
    static Result<LoginRequest> parse(const QByteArray &body);
};

} // namespace Greenroom

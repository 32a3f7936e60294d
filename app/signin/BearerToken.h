// SPDX-License-Identifier: MIT
#pragma once

#include "common/JsonWebToken.h"

#include <QString>

namespace Greenroom {

/// A token as it goes to a stage, and what it says of itself. Nobody here can tell whether that is true.
struct BearerToken
{
    /// `header.claims.signature`; empty where there is no token.
    QByteArray compact = {};
    JsonWebToken content = {};

    bool isEmpty() const { return compact.isEmpty(); }
    /// Whom it names, in `user_id` or `sub`: one short line of plain text; empty if it names nobody.
    QString person() const;

    /// The error is a sentence; it never repeats a part of the token.
    static Result<BearerToken> parse(const QByteArray &compact);
    /// As parse(), of what a user has pasted: the token alone, or with `Bearer` or `Authorization: Bearer`
    /// before it.
    static Result<BearerToken> fromTyped(const QString &typed);
};

} // namespace Greenroom

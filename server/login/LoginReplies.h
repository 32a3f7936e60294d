// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/HttpReply.h"

#include <QString>

/// The answers of a login, which pages of other origins may read where they may ask. Pure.
namespace Greenroom::LoginReplies {

/// 200 with the token.
HttpReply token(const QByteArray &token, const QByteArray &origin);
/// Another status, with a sentence for the person who wants to sign in.
HttpReply refusal(int status, const QString &message, const QByteArray &origin);
/// 204: what a page may send. https://fetch.spec.whatwg.org/#cors-preflight-fetch
HttpReply preflight(const QByteArray &origin);

} // namespace Greenroom::LoginReplies

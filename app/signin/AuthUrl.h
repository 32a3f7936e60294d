// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QUrl>

/// What users type as the URL of an Auth API, which gives a token for a user ID and a password.
namespace Greenroom::AuthUrl {

constexpr qsizetype maximumLength = 2048;

/// The URL in `typed`, blanks around it taken away; else a sentence that names what is wrong with it and what
/// to type instead. Refuses secrets in it, since it is kept in the settings.
Result<QUrl> parse(const QString &typed);

/// Whether a password that is sent to `url` crosses a network in the clear: http:// to a host that is not
/// this machine.
bool isExposed(const QUrl &url);

/// Scheme, host and port are the same. https://www.rfc-editor.org/rfc/rfc6454#section-5
bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace Greenroom::AuthUrl

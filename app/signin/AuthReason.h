// SPDX-License-Identifier: MIT
#pragma once

#include "signin/AuthAnswer.h"

#include <QNetworkReply>

/// Why an Auth API gave no token, in one translated sentence that says what to do. `host` is that of the Auth
/// API's URL.
namespace Greenroom::AuthReason {

/// Whether the answer says that user ID and password are wrong, as 401 and 403 do.
bool isRefusal(const AuthAnswer &answer);
/// For an answer without a token.
QString fromAnswer(const AuthAnswer &answer, const QString &host);
/// For a redirection that is not followed.
QString fromRedirection(int status, const QUrl &from, const QUrl &to);
/// `detail` are the system's own words, used where there are no better ones.
QString fromNetworkError(QNetworkReply::NetworkError error, const QString &host, const QString &detail);
QString fromTimeLimit(const QString &host);
QString fromSize(const QString &host);
QString fromOtherCertificate(const QString &host);
QString fromExposure(const QString &host);

} // namespace Greenroom::AuthReason

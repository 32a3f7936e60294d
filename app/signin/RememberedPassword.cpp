// SPDX-License-Identifier: MIT
#include "signin/RememberedPassword.h"

#include "stages/StageOptions.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom::RememberedPassword {

namespace {

constexpr QLatin1String urlName("url");
constexpr QLatin1String userIdName("userId");
constexpr QLatin1String passwordName("password");

} // namespace

QString toSecret(const SignInChoice &acceptedFor, const QString &password)
{
    const QJsonObject kept{{urlName, acceptedFor.authUrl.toString(QUrl::FullyEncoded)},
                           {userIdName, acceptedFor.userId},
                           {passwordName, password}};
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QString fromSecret(const QString &secret, const SignInChoice &choice)
{
    const QJsonObject kept = QJsonDocument::fromJson(secret.toUtf8()).object();
    const bool isForSame = kept.value(urlName).toString() == choice.authUrl.toString(QUrl::FullyEncoded)
                           && kept.value(userIdName).toString() == choice.userId;
    return isForSame && !choice.authUrl.isEmpty() ? kept.value(passwordName).toString() : QString();
}

} // namespace Greenroom::RememberedPassword

// SPDX-License-Identifier: MIT
#include "login/LoginRequest.h"

#include "login/PasswordHash.h"
#include "login/UserFile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr QLatin1String userName("user_id");
constexpr QLatin1String passwordName("password");

} // namespace

Result<LoginRequest> LoginRequest::parse(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return failure(tr("The request is no JSON object with “user_id” and “password”."));
    const QJsonObject members = document.object();
    for (const QLatin1String name : {userName, passwordName}) {
        if (!members.value(name).isString() || members.value(name).toString().isEmpty())
            return failure(tr("The request has no “%1”, or it is empty or no text.").arg(name));
    }
    const QString user = members.value(userName).toString();
    if (!UserFile::isName(user))
        return failure(tr("“user_id” is longer than %n character(s), begins or ends with a blank, or has "
                          "control characters in it.",
                          nullptr, static_cast<int>(UserFile::longestName)));
    const auto password = PasswordHash::prepared(members.value(passwordName).toString());
    if (!password)
        return failure(tr("“password” is longer than %n byte(s), or no text.", nullptr,
                          static_cast<int>(PasswordHash::longestPassword)));
    return LoginRequest{user, *password};
}

} // namespace Greenroom

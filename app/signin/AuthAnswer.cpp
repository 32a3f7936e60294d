// SPDX-License-Identifier: MIT
#include "signin/AuthAnswer.h"

#include "common/Redaction.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr int firstError = 400;
/// In UTF-16 units; what is longer is no message to a user.
constexpr qsizetype longestMessage = 300;

/// What lies in `body`: an object, or the text of one.
QJsonObject unwrapped(const QJsonValue &body)
{
    if (body.isString())
        return QJsonDocument::fromJson(body.toString().toUtf8()).object();
    return body.toObject();
}

QString inOneLine(const QString &text)
{
    QString line = text.left(longestMessage);
    for (QChar &character : line) {
        const bool isShown = character.isPrint() || character.isSurrogate();
        character = isShown ? character : QChar(u' ');
    }
    return Redaction::withoutSecretsIn(line.simplified());
}

QString messageIn(const QJsonObject &object)
{
    for (const QLatin1String name :
         {QLatin1String("message"), QLatin1String("Message"), QLatin1String("error")}) {
        if (object.value(name).isString())
            return inOneLine(object.value(name).toString());
    }
    return {};
}

} // namespace

AuthAnswer AuthAnswer::read(int httpStatus, const QByteArray &body)
{
    const QJsonObject outer = QJsonDocument::fromJson(body).object();
    const QJsonObject inner =
        outer.contains(QLatin1String("body")) ? unwrapped(outer.value(QLatin1String("body"))) : outer;
    AuthAnswer answer;
    answer.status = outer.value(QLatin1String("statusCode")).toInt(httpStatus);
    // HTTP's own word is worth more where it refuses.
    if (httpStatus >= firstError)
        answer.status = httpStatus;
    if (answer.status < firstError)
        answer.token = inner.value(QLatin1String("token")).toString().toUtf8();
    answer.message = messageIn(inner);
    if (answer.message.isEmpty())
        answer.message = messageIn(outer);
    return answer;
}

} // namespace Greenroom

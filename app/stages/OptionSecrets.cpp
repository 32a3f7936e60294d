// SPDX-License-Identifier: MIT
#include "stages/OptionSecrets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

constexpr QLatin1String headersName("headers");
constexpr QLatin1String queryItemsName("queryItems");

QHash<QString, QString> textsOf(const QJsonObject &object)
{
    QHash<QString, QString> texts;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.value().isString())
            texts.insert(member.key(), member.value().toString());
    }
    return texts;
}

QJsonObject objectOf(const QHash<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

} // namespace

OptionSecrets OptionSecrets::fromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return {textsOf(object.value(headersName).toObject()), textsOf(object.value(queryItemsName).toObject())};
}

QString OptionSecrets::toJson() const
{
    if (headers.isEmpty() && queryItems.isEmpty())
        return {};
    const QJsonObject object{{headersName, objectOf(headers)}, {queryItemsName, objectOf(queryItems)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace Greenroom

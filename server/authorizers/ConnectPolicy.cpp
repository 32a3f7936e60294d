// SPDX-License-Identifier: MIT
#include "authorizers/ConnectPolicy.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Greenroom::ConnectPolicy {

QByteArray json(const QString &principalId, Effect effect, const QString &methodArn,
                const QJsonObject &context)
{
    const QJsonObject statement{
        {QStringLiteral("Action"), QStringLiteral("execute-api:Invoke")},
        {QStringLiteral("Effect"),
         effect == Effect::Allow ? QStringLiteral("Allow") : QStringLiteral("Deny")},
        {QStringLiteral("Resource"), methodArn},
    };
    const QJsonObject document{
        {QStringLiteral("Version"), QStringLiteral("2012-10-17")},
        {QStringLiteral("Statement"), QJsonArray{statement}},
    };
    QJsonObject result{
        {QStringLiteral("principalId"), principalId},
        {QStringLiteral("policyDocument"), document},
    };
    if (!context.isEmpty())
        result.insert(QStringLiteral("context"), context);
    return QJsonDocument(result).toJson(QJsonDocument::Compact);
}

} // namespace Greenroom::ConnectPolicy

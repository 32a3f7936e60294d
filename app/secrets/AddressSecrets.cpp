// SPDX-License-Identifier: MIT
#include "secrets/AddressSecrets.h"

#include "common/Redaction.h"
#include "secrets/Secrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Greenroom::AddressSecrets {

namespace {

QString userKey()
{
    return QStringLiteral("user");
}

/// A list of the query's items in their order; null where one of the rest belongs.
QString queryKey()
{
    return QStringLiteral("query");
}

QStringList queryItems(const QUrl &address)
{
    return address.query(QUrl::FullyEncoded).split(QLatin1Char('&'), Qt::SkipEmptyParts);
}

/// One rule for what is secret, wherever it stands.
bool isSecret(const QString &queryItem)
{
    QUrl alone(QStringLiteral("wss://example.com"));
    alone.setQuery(queryItem);
    return !Redaction::withoutSecrets(alone).hasQuery();
}

QJsonArray takenOut(const QStringList &items)
{
    QJsonArray taken;
    for (const QString &item : items)
        taken.append(isSecret(item) ? QJsonValue(item) : QJsonValue());
    return taken;
}

QStringList putBack(const QJsonArray &taken, QStringList rest)
{
    QStringList items;
    for (const auto &item : taken) {
        if (item.isString())
            items.append(item.toString());
        else if (!rest.isEmpty())
            items.append(rest.takeFirst());
    }
    return items + rest;
}

} // namespace

Split split(const QUrl &address)
{
    const QUrl clean = Redaction::withoutSecrets(address);
    QJsonObject part;
    if (const QString user = address.userInfo(QUrl::FullyEncoded); !user.isEmpty())
        part.insert(userKey(), user);
    const QStringList items = queryItems(address);
    if (std::any_of(items.begin(), items.end(), isSecret))
        part.insert(queryKey(), takenOut(items));
    if (part.isEmpty())
        return {clean, {}};
    return {clean, QString::fromUtf8(QJsonDocument(part).toJson(QJsonDocument::Compact))};
}

QUrl joined(const QUrl &address, const QString &part)
{
    const QJsonObject object = QJsonDocument::fromJson(part.toUtf8()).object();
    QUrl whole = address;
    if (object.contains(userKey()))
        whole.setUserInfo(object.value(userKey()).toString());
    if (object.contains(queryKey()))
        whole.setQuery(
            putBack(object.value(queryKey()).toArray(), queryItems(address)).join(QLatin1Char('&')));
    return whole;
}

ConnectRequests::Part part(const Secrets &secrets)
{
    return [&secrets](ConnectRequest &request, const QUrl &stage) {
        const QString part = secrets.of(stage, Secrets::Kind::AddressPart);
        // What was typed with a secret of its own needs no other.
        if (!part.isEmpty() && !Redaction::hasSecrets(request.address))
            request.address = joined(request.address, part);
    };
}

} // namespace Greenroom::AddressSecrets

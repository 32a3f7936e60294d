// SPDX-License-Identifier: MIT
#include "gateway/ProxyResponse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

namespace Greenroom {

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

constexpr QLatin1String statusName("statusCode");
constexpr QLatin1String headersName("headers");
constexpr QLatin1String multiHeadersName("multiValueHeaders");
constexpr QLatin1String bodyName("body");
constexpr QLatin1String base64Name("isBase64Encoded");

/// `null` is what Python's None becomes: as if it were not there.
bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

/// As a number or as a text of digits, which AWS's own blueprints return.
std::optional<int> statusIn(const QJsonValue &value)
{
    constexpr int noStatus = -1;
    bool isNumber = value.isDouble();
    const int status = isNumber ? value.toInt(noStatus) : value.toString().toInt(&isNumber);
    return isNumber && status >= 0 ? std::optional(status) : std::nullopt;
}

bool appendHeader(Headers &headers, const QString &name, const QJsonValue &value)
{
    if (value.isObject() || value.isArray())
        return false;
    if (!isAbsent(value))
        headers.emplaceBack(name.toUtf8(), value.toVariant().toString().toUtf8());
    return true;
}

bool appendHeaders(Headers &headers, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (!appendHeader(headers, item.key(), item.value()))
            return false;
    }
    return value.isObject() || isAbsent(value);
}

bool appendMultiHeaders(Headers &headers, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        const QJsonArray values = item.value().toArray();
        const bool areFine = std::all_of(values.begin(), values.end(), [&headers, &item](const auto &one) {
            return appendHeader(headers, item.key(), one);
        });
        if (!item.value().isArray() || !areFine)
            return false;
    }
    return value.isObject() || isAbsent(value);
}

bool hasOnlyKnownMembers(const QJsonObject &object)
{
    const QStringList names = object.keys();
    const QList<QLatin1String> known{statusName, headersName, multiHeadersName, bodyName, base64Name};
    return std::all_of(names.begin(), names.end(),
                       [&known](const QString &name) { return known.contains(name); });
}

tl::unexpected<IntegrationFailure> malformed(const char *why)
{
    return tl::unexpected(
        IntegrationFailure{QStringLiteral("malformed proxy response: ") + QString::fromLatin1(why)});
}

} // namespace

QByteArray ProxyResponse::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &header) {
        return name.compare(header.first, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

IntegrationResult ProxyResponse::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return malformed("no JSON object");
    const QJsonObject object = document.object();
    if (!hasOnlyKnownMembers(object))
        return malformed("a member that is none of a response's");
    const std::optional<int> status = statusIn(object.value(statusName));
    if (!status)
        return malformed("no numeric statusCode");
    const QJsonValue body = object.value(bodyName);
    if (!body.isString() && !isAbsent(body))
        return malformed("the body is no text");
    ProxyResponse response{*status, body.toString().toUtf8()};
    if (!appendMultiHeaders(response.headers, object.value(multiHeadersName))
        || !appendHeaders(response.headers, object.value(headersName)))
        return malformed("headers that are none");
    return response;
}

} // namespace Greenroom

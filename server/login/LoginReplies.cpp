// SPDX-License-Identifier: MIT
#include "login/LoginReplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom::LoginReplies {

namespace {

constexpr int okStatus = 200;
constexpr int noContentStatus = 204;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// By the name that the page itself goes by: who may not ask at all has been turned away before.
Headers originHeaders(const QByteArray &origin)
{
    Headers headers{{"Vary", "Origin"}};
    if (!origin.isEmpty())
        headers.emplaceBack("Access-Control-Allow-Origin", origin);
    return headers;
}

QByteArray quoted(const QByteArray &json)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(json)}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// As a Lambda function returns it and an integration that is no proxy hands it on: JSON in JSON.
HttpReply reply(int status, const QJsonObject &body, const QByteArray &origin)
{
    const QByteArray inner = QJsonDocument(body).toJson(QJsonDocument::Compact);
    Headers headers = originHeaders(origin);
    headers.emplaceBack("Content-Type", "application/json");
    headers.emplaceBack("Cache-Control", "no-store");
    return {status, headers,
            R"({"statusCode":)" + QByteArray::number(status) + R"(,"body":)" + quoted(inner) + '}'};
}

} // namespace

HttpReply token(const QByteArray &token, const QByteArray &origin)
{
    return reply(okStatus, {{QStringLiteral("token"), QString::fromLatin1(token)}}, origin);
}

HttpReply refusal(int status, const QString &message, const QByteArray &origin)
{
    return reply(status, {{QStringLiteral("message"), message}}, origin);
}

HttpReply preflight(const QByteArray &origin)
{
    Headers headers = originHeaders(origin);
    headers.emplaceBack("Access-Control-Allow-Methods", "POST, OPTIONS");
    headers.emplaceBack("Access-Control-Allow-Headers", "Content-Type");
    headers.emplaceBack("Access-Control-Max-Age", "600");
    return {noContentStatus, headers, {}};
}

} // namespace Greenroom::LoginReplies

// SPDX-License-Identifier: MIT
#include "authorizers/IdentitySource.h"

#include "authorizers/MethodArn.h"

#include <QHash>

namespace Greenroom {

namespace {

constexpr QLatin1String headerPrefix("route.request.header.");
constexpr QLatin1String queryPrefix("route.request.querystring.");
constexpr QLatin1String variablePrefix("stageVariables.");
constexpr QLatin1String contextPrefix("context.");

QString epochText(WallTime moment)
{
    return QString::number(moment.time_since_epoch().count());
}

using ContextVariable = QString (*)(const ProxyEvent &);

/// Those of `$connect` that AWS documents.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
const QHash<QString, ContextVariable> &contextVariables()
{
    static const QHash<QString, ContextVariable> variables{
        {QStringLiteral("apiId"), [](const ProxyEvent &) { return QString(MethodArn::api); }},
        {QStringLiteral("connectedAt"), [](const ProxyEvent &event) { return epochText(event.connectedAt); }},
        {QStringLiteral("connectionId"), [](const ProxyEvent &event) { return event.connectionId; }},
        {QStringLiteral("domainName"), [](const ProxyEvent &event) { return event.domainName; }},
        {QStringLiteral("eventType"), [](const ProxyEvent &) { return QStringLiteral("CONNECT"); }},
        {QStringLiteral("extendedRequestId"), [](const ProxyEvent &event) { return event.requestId; }},
        {QStringLiteral("identity.sourceIp"), [](const ProxyEvent &event) { return event.sourceIp; }},
        {QStringLiteral("identity.userAgent"), [](const ProxyEvent &event) { return event.userAgent; }},
        {QStringLiteral("requestId"), [](const ProxyEvent &event) { return event.requestId; }},
        {QStringLiteral("requestTimeEpoch"),
         [](const ProxyEvent &event) { return epochText(event.requestTime); }},
        {QStringLiteral("routeKey"), [](const ProxyEvent &event) { return event.routeKey; }},
        {QStringLiteral("stage"), [](const ProxyEvent &event) { return event.stage; }},
    };
    return variables;
}

QString headerValue(const ProxyEvent &event, const QString &name)
{
    QString value;
    for (const auto &[header, text] : event.headers) {
        if (name.compare(QString::fromUtf8(header), Qt::CaseInsensitive) == 0)
            value = QString::fromUtf8(text);
    }
    return value;
}

QString queryValue(const ProxyEvent &event, const QString &name)
{
    const auto decoded = [](const QByteArray &text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
    };
    QString value;
    const QList<QByteArray> items = event.query.toUtf8().split('&');
    for (const QByteArray &item : items) {
        const QByteArray escapedName = item.split('=').constFirst();
        if (decoded(escapedName) == name)
            value = decoded(item.mid(escapedName.size() + 1));
    }
    return value;
}

} // namespace

Result<IdentitySource> IdentitySource::parse(const QString &text)
{
    static const QList<std::pair<QLatin1String, Place>> places{
        {headerPrefix, Place::Header},
        {queryPrefix, Place::Query},
        {variablePrefix, Place::StageVariable},
        {contextPrefix, Place::Context},
    };
    for (const auto &[prefix, place] : places) {
        const QString name = text.startsWith(prefix) ? text.sliced(prefix.size()) : QString();
        if (place == Place::Context && !name.isEmpty() && !contextVariables().contains(name))
            return failure(tr("there is no “%1” in the context of $connect").arg(name));
        if (!name.isEmpty())
            return IdentitySource(place, name);
    }
    return failure(tr("“%1” is none").arg(text));
}

QString IdentitySource::value(const ProxyEvent &event) const
{
    switch (m_place) {
    case Place::Header:
        return headerValue(event, m_name);
    case Place::Query:
        return queryValue(event, m_name);
    case Place::StageVariable:
        return event.stageVariables.value(m_name);
    case Place::Context:
        break;
    }
    return contextVariables().value(m_name)(event);
}

} // namespace Greenroom

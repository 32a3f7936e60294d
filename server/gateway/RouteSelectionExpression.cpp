// SPDX-License-Identifier: MIT
#include "gateway/RouteSelectionExpression.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariant>

namespace Greenroom {

namespace {

constexpr QLatin1String bodyPrefix("request.body.");

/// Escaped dollar, variable in braces, bare variable, a dollar that is neither, other text.
QRegularExpression partPattern()
{
    return QRegularExpression(QStringLiteral(
        R"((?<escaped>\\\$)|\$\{(?<braced>[^{}]*)\}|\$(?<bare>[\w.-]+)|(?<stray>\$)|(?<text>[^\\$]+|\\))"));
}

QJsonValue valueAt(const QJsonObject &body, const QStringList &path)
{
    QJsonValue value = body;
    for (const QString &name : path)
        value = value.toObject().value(name);
    return value;
}

std::optional<QString> textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Undefined:
        return QString();
    case QJsonValue::Null:
    case QJsonValue::Object:
        break;
    }
    return std::nullopt;
}

} // namespace

RouteSelectionExpression::RouteSelectionExpression()
    : m_parts({Part{QString(), QStringList{QStringLiteral("action")}}})
{
}

Result<RouteSelectionExpression> RouteSelectionExpression::parse(const QString &expression)
{
    if (expression.isEmpty())
        return failure(tr("the expression is empty"));
    RouteSelectionExpression parsed;
    parsed.m_parts.clear();
    auto matches = partPattern().globalMatch(expression);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!match.captured(u"stray").isEmpty())
            return failure(tr("a $ begins no variable; a plain one is written \\$"));
        if (match.captured().startsWith(u'$')) {
            const auto part = variable(match.captured(u"braced") + match.captured(u"bare"));
            if (!part)
                return tl::unexpected(part.error());
            parsed.m_parts.append(*part);
        } else {
            const bool isEscaped = !match.captured(u"escaped").isEmpty();
            parsed.m_parts.append({isEscaped ? QStringLiteral("$") : match.captured(), {}});
        }
    }
    return parsed;
}

Result<RouteSelectionExpression::Part> RouteSelectionExpression::variable(const QString &name)
{
    const QStringList path = name.mid(bodyPrefix.size()).split(u'.');
    if (!name.startsWith(bodyPrefix) || path.contains(QString()))
        return failure(tr("“$%1” is no variable; give one such as $request.body.action").arg(name));
    return Part{QString(), path};
}

std::optional<QString> RouteSelectionExpression::evaluate(const QString &body) const
{
    const auto document = QJsonDocument::fromJson(body.toUtf8());
    if (document.isNull())
        return std::nullopt;
    QString value;
    for (const Part &part : m_parts) {
        const auto text = part.path.isEmpty() ? part.text : textOf(valueAt(document.object(), part.path));
        if (!text)
            return std::nullopt;
        value += *text;
    }
    return value;
}

} // namespace Greenroom

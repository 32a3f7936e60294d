// SPDX-License-Identifier: MIT
#include "gateway/RouteSelectionExpression.h"

#include "json/LenientJson.h"

#include <QRegularExpression>

namespace Greenroom {

namespace {

constexpr QLatin1String bodyPrefix("request.body.");

/// Escaped dollar, variable in braces, bare variable, a dollar that is neither, other text.
QRegularExpression partPattern()
{
    return QRegularExpression(QStringLiteral(
        R"((?<escaped>\\\$)|\$\{(?<braced>[^{}]*)\}|\$(?<bare>[\w.-]+)|(?<stray>\$)|(?<text>[^\\$]+|\\))"));
}

const JsonTree *valueAt(const JsonTree &body, const QStringList &path)
{
    const JsonTree *value = &body;
    for (const QString &name : path) {
        if (value != nullptr)
            value = value->member(name);
    }
    return value;
}

std::optional<QString> textOf(const JsonTree *value)
{
    if (value == nullptr)
        return QString();
    switch (value->type()) {
    case JsonTree::Type::Text:
    case JsonTree::Type::Number:
    case JsonTree::Type::Boolean:
        return value->text();
    case JsonTree::Type::Array:
        return value->toJson();
    case JsonTree::Type::Null:
    case JsonTree::Type::Object:
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
    const auto json = LenientJson::parse(body);
    if (!json)
        return std::nullopt;
    QString value;
    for (const Part &part : m_parts) {
        const auto text = part.path.isEmpty() ? part.text : textOf(valueAt(*json, part.path));
        if (!text)
            return std::nullopt;
        value += *text;
    }
    return value;
}

} // namespace Greenroom

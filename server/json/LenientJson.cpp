// SPDX-License-Identifier: MIT
#include "json/LenientJson.h"

#include <QRegularExpression>

namespace Greenroom {

namespace {

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"));
    return number.match(text).hasMatch();
}

} // namespace

std::optional<JsonTree> LenientJson::parse(QStringView json)
{
    return LenientJson(json).document();
}

std::optional<JsonTree> LenientJson::document()
{
    skipBlanks();
    if (!rest().startsWith(u'{') && !rest().startsWith(u'['))
        return std::nullopt;
    auto found = value();
    skipBlanks();
    return rest().isEmpty() ? found : std::nullopt;
}

std::optional<JsonTree> LenientJson::value()
{
    if (take(u'{'))
        return container(JsonTree::Type::Object, u'}');
    if (take(u'['))
        return container(JsonTree::Type::Array, u']');
    if (!rest().startsWith(u'"') && !rest().startsWith(u'\''))
        return bareValue();
    const auto text = quotedText();
    return text ? std::optional(JsonTree(JsonTree::Type::Text, *text)) : std::nullopt;
}

std::optional<JsonTree> LenientJson::container(JsonTree::Type type, QChar end)
{
    if (!enter())
        return std::nullopt;
    JsonTree found(type);
    while (!take(end)) {
        if (rest().isEmpty())
            return std::nullopt;
        if (take(u','))
            continue;
        const auto key = type == JsonTree::Type::Object ? name() : QString();
        if (!key)
            return std::nullopt;
        auto item = value();
        skipBlanks();
        if (!item || !(rest().startsWith(u',') || rest().startsWith(end)))
            return std::nullopt;
        found.append(*key, std::move(*item));
    }
    leave();
    return found;
}

std::optional<QString> LenientJson::name()
{
    const bool isQuoted = rest().startsWith(u'"') || rest().startsWith(u'\'');
    auto found = isQuoted ? quotedText() : std::optional(bareText(u":,{}[]\"'"));
    const bool isName = found && (isQuoted || !found->isEmpty()) && take(u':');
    skipBlanks();
    return isName ? found : std::nullopt;
}

std::optional<QString> LenientJson::quotedText()
{
    const QChar quote = takeOne();
    QString text;
    while (!rest().isEmpty()) {
        const QChar c = takeOne();
        if (c == quote)
            return text;
        if (c != u'\\')
            text += c;
        else if (!rest().isEmpty())
            text += escapedCharacter();
    }
    return std::nullopt;
}

/// What stands behind a backslash.
QChar LenientJson::escapedCharacter()
{
    const QChar c = takeOne();
    return (c == u'u' ? takeCode() : unescaped(c)).value_or(c);
}

JsonTree LenientJson::bareValue()
{
    const QString text = bareText(u",{}[]\"'");
    if (text.isEmpty() || text == QLatin1String("null"))
        return JsonTree(JsonTree::Type::Null, QStringLiteral("null"));
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return JsonTree(JsonTree::Type::Boolean, text);
    return JsonTree(isNumber(text) ? JsonTree::Type::Number : JsonTree::Type::Text, text);
}

/// Everything before one of `ends`, without blanks at either end.
QString LenientJson::bareText(QStringView ends)
{
    qsizetype size = 0;
    while (size < rest().size() && !ends.contains(rest()[size]))
        ++size;
    return takeFirst(size).trimmed().toString();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "json/StrictJson.h"

#include <QHash>

namespace Greenroom {

namespace {

/// https://docs.python.org/3/library/stdtypes.html#integer-string-conversion-length-limitation
constexpr qsizetype mostDigitsInPython = 4300;

struct Constant
{
    QLatin1String name;
    JsonTree::Type type = JsonTree::Type::Null;
    bool isPythons = false;
};

constexpr Constant constants[]{
    {QLatin1String("true"), JsonTree::Type::Boolean, false},
    {QLatin1String("false"), JsonTree::Type::Boolean, false},
    {QLatin1String("null"), JsonTree::Type::Null, false},
    {QLatin1String("NaN"), JsonTree::Type::Number, true},
    {QLatin1String("Infinity"), JsonTree::Type::Number, true},
    {QLatin1String("-Infinity"), JsonTree::Type::Number, true},
};

/// How many digits `text` has from `start` on.
qsizetype digitsAt(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    return end - start;
}

/// Of the digits before a point.
qsizetype wholeSize(QStringView text, qsizetype start)
{
    return text.sliced(start).startsWith(u'0') ? 1 : digitsAt(text, start);
}

/// With its point; 0 where there is none.
qsizetype fractionSize(QStringView text, qsizetype start)
{
    const qsizetype digits = text.sliced(start).startsWith(u'.') ? digitsAt(text, start + 1) : 0;
    return digits == 0 ? 0 : digits + 1;
}

/// With its letter; 0 where there is none.
qsizetype exponentSize(QStringView text, qsizetype start)
{
    const QStringView rest = text.sliced(start);
    if (!rest.startsWith(u'e', Qt::CaseInsensitive))
        return 0;
    const qsizetype sign = rest.sliced(1).startsWith(u'+') || rest.sliced(1).startsWith(u'-') ? 1 : 0;
    const qsizetype digits = digitsAt(rest, 1 + sign);
    return digits == 0 ? 0 : 1 + sign + digits;
}

} // namespace

std::optional<JsonTree> StrictJson::parse(QStringView json, Dialect dialect)
{
    return StrictJson(json, dialect).document();
}

std::optional<JsonTree> StrictJson::document()
{
    auto found = value();
    skipBlanks();
    return rest().isEmpty() ? found : std::nullopt;
}

std::optional<JsonTree> StrictJson::value()
{
    if (take(u'{'))
        return object();
    if (take(u'['))
        return array();
    if (rest().startsWith(u'"')) {
        const auto found = text();
        return found ? std::optional(JsonTree(JsonTree::Type::Text, *found)) : std::nullopt;
    }
    auto found = constant();
    return found ? found : number();
}

std::optional<JsonTree> StrictJson::array()
{
    JsonTree found(JsonTree::Type::Array);
    if (take(u']'))
        return found;
    if (!enter())
        return std::nullopt;
    do {
        auto item = value();
        if (!item)
            return std::nullopt;
        found.append(std::move(*item));
    } while (take(u','));
    leave();
    return take(u']') ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<JsonTree> StrictJson::object()
{
    JsonTree found(JsonTree::Type::Object);
    if (take(u'}'))
        return found;
    if (!enter())
        return std::nullopt;
    QHash<QString, std::size_t> places;
    do {
        skipBlanks();
        const auto name = text();
        auto item = name && take(u':') ? value() : std::nullopt;
        if (!item)
            return std::nullopt;
        const auto place = places.constFind(*name);
        if (place != places.constEnd()) {
            found.replace(*place, std::move(*item));
        } else {
            places.insert(*name, found.items().size());
            found.append(*name, std::move(*item));
        }
    } while (take(u','));
    leave();
    return take(u'}') ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<JsonTree> StrictJson::constant()
{
    for (const auto &[name, type, isPythons] : constants) {
        if (rest().startsWith(name) && (!isPythons || m_dialect == Dialect::Python))
            return JsonTree(type, takeFirst(name.size()).toString());
    }
    return std::nullopt;
}

std::optional<JsonTree> StrictJson::number()
{
    const qsizetype start = rest().startsWith(u'-') ? 1 : 0;
    const qsizetype digits = wholeSize(rest(), start);
    const qsizetype fraction = fractionSize(rest(), start + digits);
    const qsizetype size = start + digits + fraction + exponentSize(rest(), start + digits + fraction);
    const bool isInteger = size == start + digits;
    const bool isTooLong = m_dialect == Dialect::Python && isInteger && digits > mostDigitsInPython;
    if (digits == 0 || isTooLong)
        return std::nullopt;
    return JsonTree(JsonTree::Type::Number, takeFirst(size).toString());
}

std::optional<QString> StrictJson::text()
{
    if (!rest().startsWith(u'"'))
        return std::nullopt;
    takeOne();
    QString found;
    while (!rest().isEmpty()) {
        const QChar c = takeOne();
        if (c == u'"')
            return found;
        const auto meant = c == u'\\' ? escapedCharacter() : std::optional(c);
        if (c < u' ' || !meant)
            return std::nullopt;
        found += *meant;
    }
    return std::nullopt;
}

std::optional<QChar> StrictJson::escapedCharacter()
{
    if (rest().isEmpty())
        return std::nullopt;
    const QChar c = takeOne();
    return c == u'u' ? takeCode() : unescaped(c);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "common/SecretValue.h"

#include <QStringList>

namespace Greenroom {

namespace {

bool isQuote(QChar character)
{
    return character == QLatin1Char('"') || character == QLatin1Char('\'');
}

qsizetype afterBackslashes(const QString &text, qsizetype position)
{
    while (position < text.size() && text.at(position) == QLatin1Char('\\'))
        ++position;
    return position;
}

/// Whether a quote with `backslashes` before it ends a string whose quotes have `depth`. On the level below
/// each backslash of the text itself is two, so that the outermost `\\"` ends a string and `\"` does not.
bool endsString(qsizetype backslashes, qsizetype depth)
{
    // With fewer it ends the string around this one, too.
    return backslashes < depth || backslashes % (2 * (depth + 1)) == depth;
}

/// Where the string ends whose quotes have `depth` backslashes before them.
qsizetype endOfString(const QString &text, qsizetype position, QChar quote, qsizetype depth)
{
    while (position < text.size()) {
        const qsizetype after = afterBackslashes(text, position);
        if (after < text.size() && text.at(after) == quote && endsString(after - position, depth))
            return after - std::min(depth, after - position);
        position = after + 1;
    }
    return text.size();
}

/// Where what follows `Bearer`, `Basic` or the like begins.
qsizetype afterScheme(const QString &text, qsizetype position)
{
    static const QStringList schemes{QStringLiteral("bearer"), QStringLiteral("basic"),
                                     QStringLiteral("token")};
    static const QStringList blanks{QStringLiteral(" "), QStringLiteral("%20"), QStringLiteral("+")};
    const QStringView rest = QStringView(text).mid(position);
    for (const QString &scheme : schemes) {
        for (const QString &blank : blanks) {
            if (rest.startsWith(scheme, Qt::CaseInsensitive) && rest.mid(scheme.size()).startsWith(blank))
                return position + scheme.size() + blank.size();
        }
    }
    return position;
}

bool endsWord(QChar character)
{
    static const QString ends = QStringLiteral("&#\"'<>\\,;})]");
    return character.isSpace() || ends.contains(character);
}

qsizetype endOfWord(const QString &text, qsizetype position)
{
    static const QString brackets = QStringLiteral("{[");
    if (position < text.size() && brackets.contains(text.at(position)))
        return position;
    while (position < text.size()) {
        // A slash may be written `\/` in JSON.
        const bool isSlash = QStringView(text).mid(position).startsWith(QLatin1String("\\/"));
        if (!isSlash && endsWord(text.at(position)))
            break;
        position += isSlash ? 2 : 1;
    }
    return position;
}

} // namespace

SecretValue SecretValue::at(const QString &text, qsizetype position)
{
    const qsizetype opening = afterBackslashes(text, position);
    if (opening < text.size() && isQuote(text.at(opening))) {
        const qsizetype start = opening + 1;
        const qsizetype end = endOfString(text, start, text.at(opening), opening - position);
        return {start, end - start, true};
    }
    const qsizetype end = endOfWord(text, afterScheme(text, position));
    return {position, end - position, false};
}

} // namespace Greenroom

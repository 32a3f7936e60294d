// SPDX-License-Identifier: MIT
#include "transcript/LinkFinder.h"

#include <QRegularExpression>
#include <QVarLengthArray>

namespace Greenroom::LinkFinder {

namespace {

/// Ends at what no address holds: blanks, control and format characters (those that turn the direction of
/// writing would let an address look like another), quotes and angle brackets.
const QRegularExpression &candidates()
{
    static const QRegularExpression expression(
        QStringLiteral(R"((?<![\p{L}\p{N}])(?:https?://|mailto:)[^\s\p{C}\p{Z}<>"“”«»]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isPunctuation(QChar last)
{
    return QStringView(u".,;:!?'*_~`’‘…|").contains(last);
}

/// How many brackets of a kind are closed in an address without having been opened there.
class Unpaired
{
public:
    explicit Unpaired(QStringView address)
    {
        for (int kind = 0; kind < m_counts.size(); ++kind)
            m_counts[kind] = address.count(closing[kind]) - address.count(opening[kind]);
    }

    /// Takes `last` off the address if it is such a bracket.
    bool take(QChar last)
    {
        const qsizetype kind = closing.indexOf(last);
        if (kind < 0 || m_counts[kind] <= 0)
            return false;
        --m_counts[kind];
        return true;
    }

private:
    static constexpr QStringView opening = u"([{";
    static constexpr QStringView closing = u")]}";
    QVarLengthArray<qsizetype, 3> m_counts{0, 0, 0};
};

QStringView withoutSentence(QStringView address)
{
    Unpaired brackets(address);
    while (!address.isEmpty() && (isPunctuation(address.back()) || brackets.take(address.back())))
        address.chop(1);
    return address;
}

bool leadsSomewhere(const QUrl &url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == QLatin1String("mailto"))
        return url.path().indexOf(QLatin1Char('@')) > 0 && !url.path().endsWith(QLatin1Char('@'));
    return !url.host().isEmpty();
}

} // namespace

QList<Link> find(const QString &text)
{
    QList<Link> links;
    // Most lines have none, and looking for a colon is quicker.
    if (!text.contains(QLatin1Char(':')))
        return links;
    QRegularExpressionMatchIterator matches = candidates().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView address = withoutSentence(match.capturedView());
        const QUrl url(address.toString(), QUrl::StrictMode);
        if (leadsSomewhere(url))
            links.append({static_cast<int>(match.capturedStart()), static_cast<int>(address.size()), url});
    }
    return links;
}

} // namespace Greenroom::LinkFinder

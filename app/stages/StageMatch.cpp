// SPDX-License-Identifier: MIT
#include "stages/StageMatch.h"

#include <QStringList>

namespace Greenroom::StageMatch {

namespace {

enum Rank { NameBegins, WordBegins, InName, InGroup, InAddress, Nowhere };

bool beginsAWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

Rank rankInName(const QString &word, const QString &name)
{
    Rank best = Nowhere;
    for (qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(word, at + 1, Qt::CaseInsensitive))
        best = std::min(best, at == 0 ? NameBegins : beginsAWord(name, at) ? WordBegins : InName);
    return best;
}

Rank rankOfWord(const QString &word, const QString &name, const QString &group, const QString &address)
{
    if (const Rank inName = rankInName(word, name); inName != Nowhere)
        return inName;
    if (group.contains(word, Qt::CaseInsensitive))
        return InGroup;
    return address.contains(word, Qt::CaseInsensitive) ? InAddress : Nowhere;
}

} // namespace

std::optional<int> rank(const QString &typed, const QString &name, const QString &group,
                        const QString &address)
{
    int sum = 0;
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const Rank ranked = rankOfWord(word, name, group, address);
        if (ranked == Nowhere)
            return std::nullopt;
        sum += ranked;
    }
    return sum;
}

} // namespace Greenroom::StageMatch

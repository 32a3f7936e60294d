// SPDX-License-Identifier: MIT
#include "compose/ShortCodes.h"

#include <QFile>

namespace Greenroom {

namespace {

bool belongsToCode(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'+' || c == u'-';
}

QByteArray commonTable()
{
    QFile file(QStringLiteral(":/emoji/shortcodes.tsv"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ShortCodes::ShortCodes(const QByteArray &table)
{
    const QStringList lines = QString::fromUtf8(table).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (!line.startsWith(QLatin1Char('#')) && tab > 0)
            m_emoji.insert(line.first(tab), line.sliced(tab + 1));
    }
}

const ShortCodes &ShortCodes::common()
{
    static const ShortCodes codes(commonTable());
    return codes;
}

QString ShortCodes::emoji(const QString &code) const
{
    return m_emoji.value(code);
}

QStringList ShortCodes::matching(const QString &letters) const
{
    QStringList first;
    QStringList others;
    for (auto code = m_emoji.keyBegin(); code != m_emoji.keyEnd(); ++code) {
        if (code->startsWith(letters))
            first.append(*code);
        else if (code->contains(letters))
            others.append(*code);
    }
    return first + others;
}

std::optional<ShortCodes::Begun> ShortCodes::begunBefore(const QString &text, qsizetype cursor)
{
    qsizetype at = cursor - 1;
    while (at >= 0 && belongsToCode(text.at(at)))
        --at;
    const bool isColon = at >= 0 && text.at(at) == u':';
    if (!isColon || (at > 0 && (text.at(at - 1).isLetterOrNumber() || text.at(at - 1) == u':')))
        return std::nullopt;
    return Begun{at, text.sliced(at + 1, cursor - at - 1).toLower()};
}

std::optional<ShortCodes::Begun> ShortCodes::completedBefore(const QString &text, qsizetype cursor) const
{
    if (cursor < 1 || text.at(cursor - 1) != u':')
        return std::nullopt;
    const std::optional<Begun> begun = begunBefore(text, cursor - 1);
    return begun && !emoji(begun->letters).isEmpty() ? begun : std::nullopt;
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "archive/LineIndex.h"

#include "transcript/LineText.h"
#include "transcript/Message.h"

#include <QStringList>

namespace Greenroom::LineIndex {

namespace {

/// More would hardly leave out more lines.
constexpr qsizetype mostTerms = 12;

/// Capitals and small letters alike, as Qt takes them: SQLite knows of an older Unicode. And without the
/// character that ends a text for SQLite.
QString folded(const QString &text)
{
    QString alike = text.toCaseFolded();
    alike.replace(QChar(u'\0'), QChar(u'\1'));
    return alike;
}

QString quoted(const char32_t *characters)
{
    QString term = QString::fromUcs4(characters, shortest);
    term.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + term + QLatin1Char('"');
}

} // namespace

QString table(qint64 conversation, qint64 volume)
{
    return QStringLiteral("line_index_%1_%2").arg(conversation).arg(volume);
}

QString tables(qint64 conversation)
{
    return QStringLiteral("line_index_%1_*").arg(conversation);
}

QString creation(qint64 conversation, qint64 volume)
{
    // Without positions and texts it has half the size, and the lines have to be looked at in any case.
    return QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS %1 USING fts5(text, content='', columnsize=0, "
                          "detail=none, tokenize='trigram')")
        .arg(table(conversation, volume));
}

QByteArray entry(const Message &message)
{
    const QByteArray text = folded(LineText::shown(message)).toUtf8();
    return text.isNull() ? QByteArray("") : text;
}

QString expression(const QString &wanted)
{
    const QList<uint> characters = QString::fromUtf8(folded(wanted).toUtf8()).toUcs4();
    const qsizetype count = characters.size() - shortest + 1;
    QStringList terms;
    // Spread over the text where it has more.
    const qsizetype taken = std::min(count, mostTerms);
    for (qsizetype index = 0; index < taken; ++index) {
        const qsizetype at = taken > 1 ? index * (count - 1) / (taken - 1) : 0;
        const std::u32string three{characters.at(at), characters.at(at + 1), characters.at(at + 2)};
        terms.append(quoted(three.data()));
    }
    terms.removeDuplicates();
    return terms.join(QStringLiteral(" AND "));
}

} // namespace Greenroom::LineIndex

// SPDX-License-Identifier: MIT
#include "transcript/HighlightWords.h"

#include <QSettings>

namespace Greenroom {

namespace {

QString key()
{
    return QStringLiteral("notifications/highlightWords");
}

QStringList tidy(const QStringList &words)
{
    QStringList tidied;
    for (const QString &word : words) {
        const QString one = word.simplified();
        if (!one.isEmpty() && !tidied.contains(one, Qt::CaseInsensitive))
            tidied << one;
    }
    return tidied;
}

} // namespace

HighlightWords::HighlightWords(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_words(tidy(settings.value(key()).toStringList()))
{
    compile();
}

QStringList HighlightWords::words() const
{
    return m_words;
}

bool HighlightWords::areIn(const QString &text) const
{
    return !m_words.isEmpty() && m_any.match(text).hasMatch();
}

void HighlightWords::setWords(const QStringList &words)
{
    const QStringList tidied = tidy(words);
    if (tidied == m_words)
        return;
    m_words = tidied;
    m_settings.setValue(key(), m_words);
    compile();
    Q_EMIT changed();
}

void HighlightWords::compile()
{
    QStringList escaped;
    for (const QString &word : std::as_const(m_words))
        escaped << QRegularExpression::escape(word);
    // No letter or digit beside it; `\b` would never be true beside "c++" or "@ann".
    m_any.setPattern(QStringLiteral("(?<![\\w])(?:%1)(?![\\w])").arg(escaped.join(QLatin1Char('|'))));
    m_any.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                            | QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace Greenroom

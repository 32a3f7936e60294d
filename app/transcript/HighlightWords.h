// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// The words that one wants to be told of when others write them, kept in the user's settings.
class HighlightWords : public QObject
{
    Q_OBJECT

public:
    /// Borrows `settings`.
    explicit HighlightWords(QSettings &settings, QObject *parent = nullptr);

    QStringList words() const;
    /// Whether one of the words stands in `text`: whole, in capitals or not.
    bool areIn(const QString &text) const;

    /// Keeps `words`, without blanks around them, the empty ones and those that are there twice.
    void setWords(const QStringList &words);

Q_SIGNALS:
    void changed();

private:
    void compile();

    QSettings &m_settings;
    QStringList m_words;
    QRegularExpression m_any;
};

} // namespace Greenroom

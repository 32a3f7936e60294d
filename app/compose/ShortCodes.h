// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace Greenroom {

/// The table of emoji that can be typed as `:code:`.
class ShortCodes
{
public:
    /// A code that is being typed: from its colon to the cursor.
    struct Begun
    {
        /// Where its colon stands.
        qsizetype at;
        /// What follows the colon, in lower case.
        QString letters;
    };

    /// Codes of fewer letters are not offered while they are typed.
    static constexpr qsizetype fewestLetters = 2;

    /// Reads `table`: a line each, code, tab, emoji; lines that begin with `#` are comments.
    explicit ShortCodes(const QByteArray &table);
    /// The table that comes with Greenroom.
    static const ShortCodes &common();

    /// Empty if the code, without its colons, is not known.
    QString emoji(const QString &code) const;
    /// Codes that begin with `letters`, then those that hold it, each in alphabetical order.
    QStringList matching(const QString &letters) const;

    /// The code that ends at `cursor` in `text` without a second colon, if there is one. A colon inside of a
    /// word or a time begins none.
    static std::optional<Begun> begunBefore(const QString &text, qsizetype cursor);
    /// The code whose second colon ends at `cursor`; its emoji is known.
    std::optional<Begun> completedBefore(const QString &text, qsizetype cursor) const;

private:
    QMap<QString, QString> m_emoji;
};

} // namespace Greenroom

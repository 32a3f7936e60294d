// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TextSpan.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QTextLayout>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Greenroom {

/// A text broken into lines, which can be drawn with parts of it marked, and pointed at.
class RowText
{
public:
    /// A part that stands out.
    struct Mark
    {
        TextSpan span;
        QColor ground;
        QColor ink;
    };

    enum class Step { Character, Word };

    /// Lays `text` out for `width` pixels with `links` underlined in `linkInk`; returns what it takes.
    QSizeF layOut(const QString &text, const QFont &font, Qt::Alignment alignment, int width,
                  const QList<TextSpan> &links, const QColor &linkInk);
    /// Draws what of the text is inside `clip`.
    void draw(QPainter &painter, QPointF origin, const QRectF &clip, const QList<Mark> &marks) const;

    /// The place between two characters that is nearest to `point`.
    int positionAt(QPointF point) const;
    /// The character under `point`, -1 where there is none.
    int characterAt(QPointF point) const;
    /// The word at `position`, or what stands between two.
    TextSpan wordAt(int position) const;
    int positionAfter(int position, Step step) const;
    int positionBefore(int position, Step step) const;
    /// Where the character at `position` stands, without its width.
    QRectF placeOf(int position) const;

private:
    QTextLine lineAt(qreal y) const;

    QTextLayout m_layout;
};

} // namespace Greenroom

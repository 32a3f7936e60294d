// SPDX-License-Identifier: MIT
#include "ui/RowText.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace Greenroom {

namespace {

constexpr int narrowest = 16;

QTextLayout::FormatRange linkFormat(TextSpan span, const QColor &ink)
{
    QTextCharFormat format;
    format.setFontUnderline(true);
    format.setForeground(ink);
    return {span.start, span.length, format};
}

QTextLayout::FormatRange markFormat(const RowText::Mark &mark)
{
    QTextCharFormat format;
    format.setBackground(mark.ground);
    format.setForeground(mark.ink);
    return {mark.span.start, mark.span.length, format};
}

} // namespace

QSizeF RowText::layOut(const QString &text, const QFont &font, Qt::Alignment alignment, int width,
                       const QList<TextSpan> &links, const QColor &linkInk)
{
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_layout.setText(shown);
    m_layout.setFont(font);
    m_layout.setTextOption(option);
    // Or all would be shaped anew each time that it is drawn.
    m_layout.setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan link : links)
        formats.append(linkFormat(link, linkInk));
    m_layout.setFormats(formats);
    QSizeF size;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(width, narrowest));
        line.setPosition(QPointF(0, size.height()));
        size = QSizeF(std::max(size.width(), line.naturalTextWidth()), size.height() + line.height());
    }
    m_layout.endLayout();
    return size;
}

void RowText::draw(QPainter &painter, QPointF origin, const QRectF &clip, const QList<Mark> &marks) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const Mark &mark : marks)
        formats.append(markFormat(mark));
    m_layout.draw(&painter, origin, formats, clip);
}

int RowText::positionAt(QPointF point) const
{
    const QTextLine line = lineAt(point.y());
    if (!line.isValid() || point.y() < 0)
        return 0;
    if (point.y() >= line.y() + line.height())
        return static_cast<int>(m_layout.text().size());
    return line.xToCursor(point.x());
}

int RowText::characterAt(QPointF point) const
{
    const QTextLine line = lineAt(point.y());
    if (!line.isValid() || !line.naturalTextRect().contains(point))
        return -1;
    return line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
}

TextSpan RowText::wordAt(int position) const
{
    const QString text = m_layout.text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(position);
    if (!finder.isAtBoundary() || position == text.size())
        finder.toPreviousBoundary();
    const auto start = static_cast<int>(std::max<qsizetype>(finder.position(), 0));
    const auto end = static_cast<int>(finder.toNextBoundary());
    return {start, std::max(end - start, 0)};
}

int RowText::positionAfter(int position, Step step) const
{
    return m_layout.nextCursorPosition(position, step == Step::Word ? QTextLayout::SkipWords
                                                                    : QTextLayout::SkipCharacters);
}

int RowText::positionBefore(int position, Step step) const
{
    return m_layout.previousCursorPosition(position, step == Step::Word ? QTextLayout::SkipWords
                                                                        : QTextLayout::SkipCharacters);
}

QRectF RowText::placeOf(int position) const
{
    const QTextLine line = m_layout.lineForTextPosition(position);
    if (!line.isValid())
        return {};
    return {line.cursorToX(position), line.y(), 0, line.height()};
}

/// The line at `y`, or the nearest: by halves, since a line of text can be as long as a frame.
QTextLine RowText::lineAt(qreal y) const
{
    int low = 0;
    int high = m_layout.lineCount() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (m_layout.lineAt(middle).y() <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return high < 0 ? QTextLine() : m_layout.lineAt(low);
}

} // namespace Greenroom

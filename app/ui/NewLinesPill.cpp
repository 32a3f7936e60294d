// SPDX-License-Identifier: MIT
#include "ui/NewLinesPill.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QPainter>
#include <QStyle>

namespace Greenroom {

namespace {

constexpr int padding = 16;
constexpr int gap = 8;
constexpr int arrowSize = 16;
/// Room for the shadow.
constexpr int edge = 1;
constexpr int aboveEdge = 12;
constexpr double hoverTint = 0.12;
constexpr double shadowAlpha = 0.22;

} // namespace

NewLinesPill::NewLinesPill(QWidget *viewport) : QAbstractButton(viewport)
{
    setObjectName(QStringLiteral("newLines"));
    setCursor(Qt::PointingHandCursor);
    // The keyboard has End for it.
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    hide();
}

int NewLinesPill::count() const
{
    return m_count;
}

void NewLinesPill::add(int messages)
{
    m_count += messages;
}

void NewLinesPill::reset()
{
    m_count = 0;
}

void NewLinesPill::place()
{
    setVisible(m_count > 0);
    if (m_count == 0)
        return;
    setText(tr("%n new message(s)", nullptr, m_count));
    const QWidget &around = *parentWidget();
    resize(sizeHint().boundedTo(around.size()));
    move((around.width() - width()) / 2, around.height() - height() - aboveEdge);
}

QSize NewLinesPill::sizeHint() const
{
    const int high = std::max(fontMetrics().height(), arrowSize) + 2 * gap;
    // Rounded up and one more, or the words may be cut for a fraction of a pixel.
    const int words = qCeil(QFontMetricsF(font()).horizontalAdvance(text())) + 1;
    return {words + arrowSize + gap + 2 * padding + 2 * edge, high + 2 * edge};
}

void NewLinesPill::paintEvent(QPaintEvent * /*event*/)
{
    const QColor ink = palette().color(QPalette::HighlightedText);
    const QColor accent = Colours::readable(palette().color(QPalette::Highlight), ink);
    const QColor fill = underMouse() || isDown() ? Colours::blend(accent, Qt::black, hoverTint) : accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(edge, 0, -edge, -2 * edge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgbF(0, 0, 0, static_cast<float>(shadowAlpha)));
    painter.drawRoundedRect(pill.translated(0, 2 * edge), pill.height() / 2, pill.height() / 2);
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const QRect inside = pill.toRect().adjusted(padding, 0, -padding, 0);
    const QRect icon(inside.left(), inside.center().y() - arrowSize / 2 + 1, arrowSize, arrowSize);
    const QRect words = inside.adjusted(arrowSize + gap, 0, 0, 0);
    Icons::symbolic(QStringLiteral("down"), ink)
        .paint(&painter, QStyle::visualRect(layoutDirection(), inside, icon));
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), inside, words), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace Greenroom

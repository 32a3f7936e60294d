// SPDX-License-Identifier: MIT
#include "ui/StageDelegate.h"

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/StageEntry.h"
#include "ui/Words.h"

#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Greenroom {

namespace {

constexpr int padding = 8;
constexpr int lineGap = 2;
constexpr int signSize = 16;
constexpr int corner = 8;
/// Above the head of a group.
constexpr int headGap = 8;
constexpr double currentTint = 0.22;
constexpr double hoverTint = 0.06;
constexpr double smallScale = 0.88;

bool isHeader(const QModelIndex &index)
{
    return index.data(StageEntry::HeaderRole).toBool();
}

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(index.data(StageEntry::UnreadRole).toInt() > 0);
    return font;
}

QFont smallFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * smallScale);
    return font;
}

QFont headFont(const QStyleOptionViewItem &option)
{
    QFont font = smallFont(option);
    font.setBold(true);
    return font;
}

QColor ground(const QStyleOptionViewItem &option)
{
    const QColor window = option.palette.color(QPalette::Window);
    if (option.state.testFlag(QStyle::State_Selected))
        return Colours::blend(window, option.palette.color(QPalette::Highlight), currentTint);
    if (option.state.testFlag(QStyle::State_MouseOver))
        return Colours::blend(window, option.palette.color(QPalette::WindowText), hoverTint);
    return window;
}

/// What is inside the frame of a row.
QRect inner(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect row = option.rect.adjusted(padding, padding, -padding, -padding);
    return isHeader(index) ? row.adjusted(0, headGap - padding / 2, 0, padding / 2) : row;
}

/// One row's drawing: the lines are laid out from left to right and mirrored where the script goes the other
/// way.
class StagePainter
{
public:
    StagePainter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        : m_painter(painter),
          m_option(option),
          m_index(index),
          m_ground(ground(option)),
          m_inside(inner(option, index))
    {
    }

    void paint()
    {
        paintGround();
        if (isHeader(m_index))
            paintHead();
        else
            paintStage();
    }

private:
    void paintGround()
    {
        const bool isFocused = m_option.state.testFlag(QStyle::State_HasFocus);
        m_painter.setPen(Qt::NoPen);
        if (isFocused)
            m_painter.setPen(Colours::readable(m_option.palette.color(QPalette::Highlight), m_ground));
        m_painter.setBrush(m_ground);
        QRectF frame = QRectF(m_option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isHeader(m_index))
            frame.setTop(frame.top() + headGap - padding / 2.0);
        m_painter.drawRoundedRect(frame, corner, corner);
        m_painter.setPen(Qt::NoPen);
    }

    void paintHead()
    {
        const bool isFolded = m_index.data(StageEntry::FoldedRole).toBool();
        const bool isMirrored = m_option.direction == Qt::RightToLeft;
        const QString sign = !isFolded    ? QStringLiteral("unfolded")
                             : isMirrored ? QStringLiteral("folded-rtl")
                                          : QStringLiteral("folded");
        const QColor colour = Colours::secondaryText(m_option.palette, m_ground);
        paintSign(m_inside, sign, colour);
        const int badge = isFolded ? paintBadge(m_inside) : 0;
        const QRect text = m_inside.adjusted(signSize + padding, 0, -badge, 0);
        paintLine(text, m_index.data().toString(), headFont(m_option), colour, Qt::ElideRight);
    }

    void paintStage()
    {
        const auto state = static_cast<ChatSession::State>(m_index.data(StageEntry::StateRole).toInt());
        // Nothing is wrong with a stage that nobody has asked for.
        const bool hasSession = m_index.data(StageEntry::SessionRole).toBool();
        const QColor faint = Colours::secondaryText(m_option.palette, m_ground);
        const QColor stateColour = hasSession ? Colours::state(state, m_ground) : faint;
        const QFont bigFont = titleFont(m_option, m_index);
        const QFont small = smallFont(m_option);
        const QRect text = m_inside.adjusted(signSize + padding, 0, 0, 0);
        const QRect first(text.topLeft(), QSize(text.width(), QFontMetrics(bigFont).height()));
        const QRect second(text.left(), first.bottom() + 1 + lineGap, text.width(),
                           QFontMetrics(small).height());
        const QRect third = second.translated(0, second.height() + lineGap);
        paintSign(QRect(m_inside.left(), first.top(), signSize, first.height()), Words::stateIcon(state),
                  stateColour);
        const bool hasLine = !m_index.data(StageEntry::LastLineRole).toString().isEmpty();
        const int badge = paintBadge(hasLine ? third : first.united(second));
        const int time = paintTime(second, faint);
        // The name is what one looks for, so nothing else stands in its line. Hosts differ at both ends,
        // sentences begin with what matters.
        paintLine(first.adjusted(0, 0, hasLine ? 0 : -badge, 0), m_index.data().toString(), bigFont,
                  Colours::readable(m_option.palette.color(QPalette::WindowText), m_ground), Qt::ElideMiddle);
        paintLine(second.adjusted(0, 0, -(hasLine ? time : badge), 0),
                  m_index.data(StageEntry::WordsRole).toString(), small, stateColour, Qt::ElideRight);
        paintLine(third.adjusted(0, 0, -badge, 0), m_index.data(StageEntry::LastLineRole).toString(), small,
                  faint, Qt::ElideRight);
    }

    QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    void paintSign(const QRect &line, const QString &name, const QColor &colour)
    {
        const QRect sign(line.left(), line.center().y() - signSize / 2 + 1, signSize, signSize);
        Icons::symbolic(name, colour).paint(&m_painter, mirrored(sign));
    }

    void paintLine(const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
                   Qt::TextElideMode elide)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        // The text runs as its own letters do, on the side where the window begins.
        const bool isMirrored = m_option.direction == Qt::RightToLeft;
        const Qt::Alignment side = (isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
        m_painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_painter.drawText(mirrored(rect), static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                           QFontMetrics(font).elidedText(text, elide, rect.width()));
        m_painter.setLayoutDirection(m_option.direction);
        m_painter.setPen(Qt::NoPen);
    }

    /// At the far end of `line`; returns the width that it takes.
    int paintTime(const QRect &line, const QColor &colour)
    {
        const QString time = m_index.data(StageEntry::TimeRole).toString();
        if (time.isEmpty())
            return 0;
        const QFont font = smallFont(m_option);
        const int wide = QFontMetrics(font).horizontalAdvance(time);
        const QRect rect(line.right() + 1 - wide, line.top(), wide, line.height());
        paintLine(rect, time, font, colour, Qt::ElideNone);
        return wide + padding;
    }

    /// The number of unread lines at the far end of `inside`; returns the width that it takes.
    int paintBadge(const QRect &inside)
    {
        const int unread = m_index.data(StageEntry::UnreadRole).toInt();
        if (unread == 0)
            return 0;
        const QFont font = headFont(m_option);
        const QString text = QLocale().toString(unread);
        const QFontMetrics metrics(font);
        const int high = metrics.height() + padding / 4;
        const int wide = std::max(high, metrics.horizontalAdvance(text) + padding);
        const QRect badge =
            mirrored(QRect(inside.right() + 1 - wide, inside.center().y() + 1 - high / 2, wide, high));
        const QColor fill = m_option.palette.color(QPalette::Highlight);
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(badge, high / 2.0, high / 2.0);
        m_painter.setFont(font);
        m_painter.setPen(Colours::readable(m_option.palette.color(QPalette::HighlightedText), fill));
        m_painter.drawText(badge, Qt::AlignCenter, text);
        m_painter.setPen(Qt::NoPen);
        return wide + padding;
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    QColor m_ground;
    QRect m_inside;
};

} // namespace

void StageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    StagePainter(*painter, option, index).paint();
    painter->restore();
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(smallFont(option)).height();
    if (isHeader(index))
        return {0, small + padding + headGap};
    const int line = index.data(StageEntry::LastLineRole).toString().isEmpty() ? 0 : small + lineGap;
    return {0, QFontMetrics(titleFont(option, index)).height() + lineGap + small + line + 2 * padding};
}

QWidget *StageDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("rename"));
    editor->setAccessibleName(tr("Name"));
    return editor;
}

void StageDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!qobject_cast<QLineEdit *>(editor)->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

void StageDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const QRect inside = inner(option, index);
    const int high = std::max(editor->sizeHint().height(), QFontMetrics(titleFont(option, index)).height());
    const QRect line(inside.left() + signSize,
                     isHeader(index) ? inside.center().y() - high / 2 : inside.top(),
                     inside.width() - signSize, high);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, line));
}

} // namespace Greenroom

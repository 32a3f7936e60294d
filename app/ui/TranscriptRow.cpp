// SPDX-License-Identifier: MIT
#include "ui/TranscriptRow.h"

#include "session/PersonName.h"
#include "transcript/LineText.h"
#include "ui/Colours.h"
#include "ui/DeliveryMark.h"
#include "ui/Icons.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace Greenroom {

namespace {

constexpr int margin = 16;
constexpr int padding = 12;
constexpr int gap = 8;
constexpr int smallGap = 4;
constexpr int avatarSize = 32;
constexpr int iconSize = 16;
constexpr int corner = 12;
constexpr int widestBubble = 560;
constexpr double headerScale = 0.88;
constexpr double otherTint = 0.07;
constexpr double ownTint = 0.20;
constexpr double selectedTint = 0.18;
constexpr double errorTint = 0.08;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TranscriptRow)
};

bool isChat(Message::Kind kind)
{
    return kind == Message::Kind::Chat || kind == Message::Kind::Direct;
}

} // namespace

TranscriptRow::TranscriptRow(const TranscriptModel &transcript, int row, const TranscriptLook &look)
    : m_message(transcript.message(row)),
      m_look(look),
      m_own(transcript.isOwn(row)),
      m_grouped(continuesGroup(transcript, row)),
      m_form(formOf(m_message.kind)),
      m_headerFont(look.font)
{
    m_headerFont.setPointSizeF(look.font.pointSizeF() * headerScale);
    if (m_form == Form::Bubble)
        layOutBubble();
    else if (m_form == Form::Notice)
        layOutNotice();
    else
        layOutError();
}

int TranscriptRow::height() const
{
    return m_height;
}

void TranscriptRow::paint(QPainter &painter, QPoint origin, Emphasis emphasis) const
{
    painter.save();
    painter.translate(origin);
    painter.setRenderHint(QPainter::Antialiasing);
    if (emphasis == Emphasis::Selected) {
        const QRect row(0, 0, m_look.width, m_height);
        painter.fillRect(row, Colours::blend(m_look.palette.color(QPalette::Base),
                                             m_look.palette.color(QPalette::Highlight), selectedTint));
    }
    paintAvatar(painter);
    if (m_form != Form::Notice) {
        QPainterPath frame;
        frame.addRoundedRect(m_frame, corner, corner);
        painter.fillPath(frame, fill());
    }
    paintErrorIcon(painter);
    paintHeader(painter);
    DeliveryMark::paint(painter, m_frame, m_message, m_look.palette, m_look.direction);
    painter.setPen(bodyColour());
    m_body.draw(&painter, m_bodyAt);
    painter.restore();
}

TranscriptRow::Form TranscriptRow::formOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Chat:
    case Message::Kind::Direct:
    case Message::Kind::Backend:
        return Form::Bubble;
    case Message::Kind::Error:
        return Form::Error;
    case Message::Kind::Joined:
    case Message::Kind::Left:
    case Message::Kind::Notice:
        break;
    }
    return Form::Notice;
}

bool TranscriptRow::continuesGroup(const TranscriptModel &transcript, int row) const
{
    if (row == 0 || !isChat(m_message.kind))
        return false;
    const Message &before = transcript.message(row - 1);
    return before.kind == m_message.kind && before.personId == m_message.personId
           && m_message.at - before.at < groupSpan;
}

QString TranscriptRow::header() const
{
    const QString time = LineText::timeOfDay(m_message.at);
    if (m_own)
        return Tr::tr("You · %1", "%1 is a time of day").arg(time);
    if (m_message.kind == Message::Kind::Backend)
        return Tr::tr("Backend · %1", "%1 is a time of day").arg(time);
    return Tr::tr("%1 · %2", "%1 is a name, %2 a time of day")
        .arg(PersonName::fromId(m_message.personId), time);
}

void TranscriptRow::layOutBubble()
{
    const QFontMetrics headerMetrics(m_headerFont);
    const int side = m_own ? 0 : avatarSize + gap;
    const int available =
        std::min(m_look.width - 2 * margin - side - (m_own ? avatarSize + gap : 0), widestBubble);
    const QSizeF body = layOutBody(available - 2 * padding, Qt::AlignLeading);
    const int headerWidth = m_grouped ? 0 : headerMetrics.horizontalAdvance(header());
    const int headerHeight = m_grouped ? 0 : headerMetrics.height() + smallGap / 2;
    const int top = m_grouped ? smallGap / 2 : gap;
    const int wide = std::min(std::max(qCeil(body.width()), headerWidth) + 2 * padding, available);
    const int high = qCeil(body.height()) + headerHeight + 2 * gap;
    const int left = m_own ? m_look.width - margin - wide : margin + side;
    const QRect row(0, 0, m_look.width, top + high);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(m_look.direction, row, rect); };
    m_frame = mirrored(QRect(left, top, wide, high));
    if (!m_own && !m_grouped)
        m_avatar = mirrored(QRect(margin, top, avatarSize, avatarSize));
    const QRect inside = m_frame.adjusted(padding, gap, -padding, -gap);
    m_header = QRect(inside.topLeft(), QSize(inside.width(), headerHeight));
    m_bodyAt = inside.topLeft() + QPoint(0, headerHeight);
    m_height = top + high + smallGap / 2;
}

void TranscriptRow::layOutNotice()
{
    const int available = m_look.width - 2 * margin;
    const QSizeF body = layOutBody(available, Qt::AlignHCenter);
    m_bodyAt = QPoint(margin, gap);
    m_height = qCeil(body.height()) + 2 * gap;
}

void TranscriptRow::layOutError()
{
    const int available = m_look.width - 2 * margin;
    const QSizeF body = layOutBody(available - 2 * padding - iconSize - gap, Qt::AlignLeading);
    m_frame = QRect(margin, gap, available, qCeil(body.height()) + 2 * gap);
    const bool leftToRight = m_look.direction == Qt::LeftToRight;
    m_bodyAt = m_frame.topLeft() + QPoint(padding + (leftToRight ? iconSize + gap : 0), gap);
    m_height = m_frame.height() + 2 * gap;
}

QSizeF TranscriptRow::layOutBody(int available, Qt::Alignment alignment)
{
    QString text = LineText::shown(m_message);
    if (m_form == Form::Notice) {
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
        // The time must not be torn apart.
        const QString time = LineText::timeOfDay(m_message.at).replace(QLatin1Char(' '), QChar::Nbsp);
        text = Tr::tr("%1 · %2", "%1 is a notice, %2 a time of day").arg(text, time);
    }
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_body.setText(text);
    m_body.setFont(m_form == Form::Notice ? m_headerFont : m_look.font);
    m_body.setTextOption(option);
    QSizeF size;
    m_body.beginLayout();
    for (QTextLine line = m_body.createLine(); line.isValid(); line = m_body.createLine()) {
        line.setLineWidth(std::max(available, iconSize));
        line.setPosition(QPointF(0, size.height()));
        size = QSizeF(std::max(size.width(), line.naturalTextWidth()), size.height() + line.height());
    }
    m_body.endLayout();
    return size;
}

QColor TranscriptRow::fill() const
{
    const QColor base = m_look.palette.color(QPalette::Base);
    if (m_form == Form::Error)
        return Colours::blend(base, Colours::error(base), errorTint);
    if (m_own)
        return Colours::blend(base, m_look.palette.color(QPalette::Highlight), ownTint);
    return Colours::blend(base, m_look.palette.color(QPalette::Text), otherTint);
}

QColor TranscriptRow::bodyColour() const
{
    if (m_form == Form::Notice)
        return Colours::secondaryText(m_look.palette, m_look.palette.color(QPalette::Base));
    return Colours::readable(m_look.palette.color(QPalette::Text), fill());
}

void TranscriptRow::paintAvatar(QPainter &painter) const
{
    if (m_avatar.isNull())
        return;
    const QColor base = m_look.palette.color(QPalette::Base);
    const QColor ground = m_message.personId.isEmpty() ? Colours::secondaryText(m_look.palette, base)
                                                       : Colours::person(m_message.personId, base);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(m_avatar);
    if (m_message.personId.isEmpty()) {
        const QRect icon = m_avatar.adjusted(gap, gap, -gap, -gap);
        Icons::symbolic(QStringLiteral("stage"), base).paint(&painter, icon);
        return;
    }
    painter.setPen(base);
    painter.drawText(m_avatar, Qt::AlignCenter, PersonName::fromId(m_message.personId).left(1));
}

void TranscriptRow::paintHeader(QPainter &painter) const
{
    if (m_form != Form::Bubble || m_grouped)
        return;
    const bool named = !m_own && !m_message.personId.isEmpty();
    painter.setFont(m_headerFont);
    painter.setPen(named ? Colours::person(m_message.personId, fill())
                         : Colours::secondaryText(m_look.palette, fill()));
    painter.drawText(m_header, Qt::AlignLeading | Qt::AlignTop,
                     QFontMetrics(m_headerFont).elidedText(header(), Qt::ElideRight, m_header.width() + 1));
}

void TranscriptRow::paintErrorIcon(QPainter &painter) const
{
    if (m_form != Form::Error)
        return;
    const QRect icon(m_frame.topLeft() + QPoint(padding, gap), QSize(iconSize, iconSize));
    Icons::symbolic(QStringLiteral("warning"), Colours::error(fill()))
        .paint(&painter, QStyle::visualRect(m_look.direction, m_frame, icon));
}

} // namespace Greenroom

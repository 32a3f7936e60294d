// SPDX-License-Identifier: MIT
#include "ui/TranscriptRow.h"

#include "transcript/LineText.h"
#include "ui/Avatar.h"
#include "ui/Colours.h"
#include "ui/DeliveryMark.h"
#include "ui/HighlightMark.h"
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
constexpr double otherTint = 0.07;
constexpr double ownTint = 0.20;
constexpr double errorTint = 0.08;
constexpr double directTint = 0.6;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TranscriptRow)
};

} // namespace

TranscriptRow::TranscriptRow(const TranscriptModel &transcript, int row, const TranscriptLook &look,
                             int unreadRow)
    : m_message(transcript.message(row)),
      m_look(look),
      m_own(transcript.isOwn(row)),
      m_writer(LineText::writer(transcript, row)),
      m_highlighted(transcript.isHighlighted(row)),
      m_place(RowPlace::of(transcript, row, unreadRow)),
      m_banners(m_place, m_message.at, look),
      m_form(formOf(m_message.kind))
{
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

int TranscriptRow::textLength() const
{
    return static_cast<int>(LineText::shown(m_message).size());
}

const RowText &TranscriptRow::text() const
{
    return m_body;
}

int TranscriptRow::positionAt(QPoint point) const
{
    const int position = m_body.positionAt(point - m_bodyAt);
    // What a notice shows after its text is no part of it, and it shows its text without the full stop.
    return position >= m_shownLength ? textLength() : position;
}

bool TranscriptRow::isOverText(QPoint point) const
{
    return m_body.characterAt(point - m_bodyAt) >= 0;
}

std::optional<Link> TranscriptRow::linkAt(QPoint point) const
{
    const int character = m_body.characterAt(point - m_bodyAt);
    for (const Link &link : m_links) {
        if (character >= link.start && character < link.start + link.length)
            return link;
    }
    return {};
}

QRect TranscriptRow::placeOf(int position) const
{
    return m_body.placeOf(std::min(position, m_shownLength)).translated(m_bodyAt).toAlignedRect();
}

void TranscriptRow::paint(QPainter &painter, QPoint origin, const QRect &clip, const Emphasis &emphasis) const
{
    painter.save();
    painter.translate(origin);
    m_banners.paint(painter, m_look);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_avatar.isNull()) {
        painter.setFont(m_look.font);
        Avatar::paint(painter, m_avatar, m_message.personId, m_look.palette);
    }
    paintFrame(painter);
    paintErrorIcon(painter);
    if (m_highlighted)
        HighlightMark::paint(painter, m_frame, fill(), m_look);
    paintHeader(painter);
    DeliveryMark::paint(painter, m_frame, m_message, m_look.palette, m_look.direction);
    painter.setPen(bodyColour());
    m_body.draw(painter, m_bodyAt, clip.translated(-origin), marks(emphasis));
    if (emphasis.focused)
        paintFocus(painter);
    painter.restore();
}

TranscriptRow::Form TranscriptRow::formOf(Message::Kind kind)
{
    if (isWritten(kind))
        return Form::Bubble;
    return kind == Message::Kind::Error ? Form::Error : Form::Notice;
}

QString TranscriptRow::header() const
{
    const QString time = LineText::timeOfDay(m_message.at);
    if (m_message.kind == Message::Kind::Direct)
        return Tr::tr("%1 · direct message · %2", "%1 is a name, %2 a time of day").arg(m_writer, time);
    return Tr::tr("%1 · %2", "%1 is a name, %2 a time of day").arg(m_writer, time);
}

void TranscriptRow::layOutBubble()
{
    const QFontMetrics headerMetrics(m_look.smallFont());
    const bool grouped = m_place.continuesGroup;
    const int side = m_own ? 0 : avatarSize + gap;
    const int available =
        std::min(m_look.width - 2 * margin - side - (m_own ? avatarSize + gap : 0), m_look.widestBubble());
    const QSizeF body = layOutText(LineText::shown(m_message), available - 2 * padding, Qt::AlignLeading);
    const int headerWidth = grouped ? 0 : headerMetrics.horizontalAdvance(header());
    const int headerHeight = grouped ? 0 : headerMetrics.height() + smallGap / 2;
    const int top = m_banners.height() + (grouped ? smallGap / 2 : gap);
    const int wide = std::min(std::max(qCeil(body.width()), headerWidth) + 2 * padding, available);
    const int high = qCeil(body.height()) + headerHeight + 2 * gap;
    const int left = m_own ? m_look.width - margin - wide : margin + side;
    const QRect row(0, 0, m_look.width, top + high);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(m_look.direction, row, rect); };
    m_frame = mirrored(QRect(left, top, wide, high));
    if (!m_own && !grouped)
        m_avatar = mirrored(QRect(margin, top, avatarSize, avatarSize));
    const QRect inside = m_frame.adjusted(padding, gap, -padding, -gap);
    m_header = QRect(inside.topLeft(), QSize(inside.width(), headerHeight));
    m_bodyAt = inside.topLeft() + QPoint(0, headerHeight);
    m_height = top + high + smallGap / 2;
}

void TranscriptRow::layOutNotice()
{
    const int available = m_look.width - 2 * margin;
    QString text = LineText::shown(m_message);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    const auto length = static_cast<int>(text.size());
    // After the text in every language, since what is selected of it counts from its beginning; the time must
    // not be torn apart.
    text += QStringLiteral(" · ") + LineText::timeOfDay(m_message.at).replace(QLatin1Char(' '), QChar::Nbsp);
    const QSizeF body = layOutText(text, available, Qt::AlignHCenter);
    m_shownLength = length;
    m_bodyAt = QPoint(margin, m_banners.height() + gap);
    m_height = m_bodyAt.y() + qCeil(body.height()) + gap;
}

void TranscriptRow::layOutError()
{
    const int available = m_look.width - 2 * margin;
    const QSizeF body =
        layOutText(LineText::shown(m_message), available - 2 * padding - iconSize - gap, Qt::AlignLeading);
    m_frame = QRect(margin, m_banners.height() + gap, available, qCeil(body.height()) + 2 * gap);
    const bool leftToRight = m_look.direction == Qt::LeftToRight;
    m_bodyAt = m_frame.topLeft() + QPoint(padding + (leftToRight ? iconSize + gap : 0), gap);
    m_height = m_frame.bottom() + 1 + gap;
}

QSizeF TranscriptRow::layOutText(const QString &text, int available, Qt::Alignment alignment)
{
    m_shownLength = static_cast<int>(text.size());
    m_links = LinkFinder::find(text);
    QList<TextSpan> spans;
    for (const Link &link : std::as_const(m_links))
        spans.append({link.start, link.length});
    const QColor ink = Colours::readable(m_look.palette.color(QPalette::Highlight), fill());
    return m_body.layOut(text, m_form == Form::Notice ? m_look.smallFont() : m_look.font, alignment,
                         available, spans, ink);
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

QList<RowText::Mark> TranscriptRow::marks(const Emphasis &emphasis) const
{
    QList<RowText::Mark> marks;
    for (const TextSpan hit : emphasis.hits) {
        const QColor ground = Colours::searchHit(fill(), hit == emphasis.currentHit);
        const QColor text = m_look.palette.color(QPalette::Text);
        const bool isReadable = Colours::contrast(text, ground) >= Colours::textContrast;
        marks.append({hit, ground, isReadable ? text : Colours::readable(Qt::black, ground)});
    }
    if (emphasis.selected.length > 0) {
        const int end = std::min(emphasis.selected.end(), m_shownLength);
        marks.append({{emphasis.selected.start, end - emphasis.selected.start},
                      m_look.palette.color(QPalette::Highlight),
                      m_look.palette.color(QPalette::HighlightedText)});
    }
    return marks;
}

void TranscriptRow::paintFrame(QPainter &painter) const
{
    if (m_form == Form::Notice)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill());
    QRectF frame(m_frame);
    if (m_message.kind == Message::Kind::Direct) {
        painter.setPen(Colours::blend(fill(), m_look.palette.color(QPalette::Highlight), directTint));
        frame.adjust(0.5, 0.5, -0.5, -0.5);
    }
    painter.drawRoundedRect(frame, corner, corner);
}

void TranscriptRow::paintHeader(QPainter &painter) const
{
    if (m_form != Form::Bubble || m_place.continuesGroup)
        return;
    const bool named = !m_own && !m_message.personId.isEmpty();
    const QFont font = m_look.smallFont();
    painter.setFont(font);
    painter.setPen(named ? Colours::person(m_message.personId, fill())
                         : Colours::secondaryText(m_look.palette, fill()));
    painter.drawText(m_header, Qt::AlignLeading | Qt::AlignTop,
                     QFontMetrics(font).elidedText(header(), Qt::ElideRight, m_header.width() + 1));
}

void TranscriptRow::paintErrorIcon(QPainter &painter) const
{
    if (m_form != Form::Error)
        return;
    const QRect icon(m_frame.topLeft() + QPoint(padding, gap), QSize(iconSize, iconSize));
    Icons::symbolic(QStringLiteral("warning"), Colours::error(fill()))
        .paint(&painter, QStyle::visualRect(m_look.direction, m_frame, icon));
}

void TranscriptRow::paintFocus(QPainter &painter) const
{
    const QColor base = m_look.palette.color(QPalette::Base);
    painter.setPen(QPen(Colours::readable(m_look.palette.color(QPalette::Highlight), base), 2));
    painter.setBrush(Qt::NoBrush);
    const QRectF row(smallGap, m_banners.height() + 1, m_look.width - 2 * smallGap,
                     m_height - m_banners.height() - 2);
    painter.drawRoundedRect(row, gap, gap);
}

} // namespace Greenroom

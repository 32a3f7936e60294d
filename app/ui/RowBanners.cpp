// SPDX-License-Identifier: MIT
#include "ui/RowBanners.h"

#include "transcript/LineText.h"
#include "ui/Colours.h"

#include <QCoreApplication>
#include <QPainter>

namespace Greenroom {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr double ruleTint = 0.15;
constexpr double accentTint = 0.6;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RowBanners)
};

QFont bannerFont(const TranscriptLook &look)
{
    QFont font = look.smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

RowBanners::RowBanners(RowPlace place, WallTime at, const TranscriptLook &look)
{
    if (place.beginsDay)
        m_banners.append({LineText::fullDate(at), false});
    if (place.beginsUnread)
        m_banners.append({Tr::tr("New messages"), true});
    if (!m_banners.isEmpty())
        m_each = QFontMetrics(bannerFont(look)).height() + 2 * gap;
}

int RowBanners::height() const
{
    return m_each * static_cast<int>(m_banners.size());
}

void RowBanners::paint(QPainter &painter, const TranscriptLook &look) const
{
    if (m_banners.isEmpty())
        return;
    const QColor base = look.palette.color(QPalette::Base);
    const QFont font = bannerFont(look);
    painter.setFont(font);
    QRect line(margin, 0, look.width - 2 * margin, m_each);
    for (const Banner &banner : m_banners) {
        const QColor accent = look.palette.color(QPalette::Highlight);
        const QString words = QFontMetrics(font).elidedText(banner.words, Qt::ElideRight, line.width());
        const int half = (QFontMetrics(font).horizontalAdvance(words) + 1) / 2 + gap;
        const QPoint centre = line.center();
        painter.setPen(banner.accented ? Colours::blend(base, accent, accentTint)
                                       : Colours::blend(base, look.palette.color(QPalette::Text), ruleTint));
        if (line.width() > 2 * half) {
            painter.drawLine(line.left(), centre.y(), centre.x() - half, centre.y());
            painter.drawLine(centre.x() + half, centre.y(), line.right(), centre.y());
        }
        painter.setPen(banner.accented ? Colours::readable(accent, base)
                                       : Colours::secondaryText(look.palette, base));
        painter.drawText(line, Qt::AlignCenter, words);
        line.translate(0, m_each);
    }
}

} // namespace Greenroom

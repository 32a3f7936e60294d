// SPDX-License-Identifier: MIT
#include "ui/Avatar.h"

#include "session/PersonName.h"
#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QPainter>

namespace Greenroom::Avatar {

namespace {

constexpr int iconInset = 8;

} // namespace

void paint(QPainter &painter, const QRect &rect, const QString &personId, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    painter.setPen(Qt::NoPen);
    painter.setBrush(personId.isEmpty() ? Colours::secondaryText(palette, base)
                                        : Colours::person(personId, base));
    painter.drawEllipse(rect);
    if (personId.isEmpty()) {
        const QRect icon = rect.adjusted(iconInset, iconInset, -iconInset, -iconInset);
        Icons::symbolic(QStringLiteral("stage"), base).paint(&painter, icon);
        return;
    }
    painter.setPen(base);
    painter.drawText(rect, Qt::AlignCenter, PersonName::fromId(personId).left(1));
}

} // namespace Greenroom::Avatar

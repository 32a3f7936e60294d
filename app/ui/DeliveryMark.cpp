// SPDX-License-Identifier: MIT
#include "ui/DeliveryMark.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QPainter>

namespace Greenroom::DeliveryMark {

namespace {

constexpr int iconSize = 16;
constexpr int gap = 6;

QString iconOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Waiting:
    case Delivery::Sending:
        return QStringLiteral("delivery-waiting");
    case Delivery::Sent:
        return QStringLiteral("delivery-sent");
    case Delivery::Delivered:
        return QStringLiteral("delivery-delivered");
    case Delivery::Failed:
        return QStringLiteral("warning");
    case Delivery::None:
        break;
    }
    return {};
}

} // namespace

void paint(QPainter &painter, const QRect &bubble, const Message &message, const QPalette &palette,
           Qt::LayoutDirection direction)
{
    const QString icon = iconOf(message.delivery);
    if (icon.isEmpty())
        return;
    const QColor base = palette.color(QPalette::Base);
    const QColor colour =
        message.delivery == Delivery::Failed ? Colours::error(base) : Colours::secondaryText(palette, base);
    const int left = direction == Qt::LeftToRight ? bubble.left() - gap - iconSize : bubble.right() + 1 + gap;
    const QRect mark(left, bubble.bottom() + 1 - iconSize, iconSize, iconSize);
    Icons::symbolic(icon, colour).paint(&painter, mark);
}

} // namespace Greenroom::DeliveryMark

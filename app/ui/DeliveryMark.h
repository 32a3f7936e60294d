// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <QPalette>
#include <QRect>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

/// The small sign beside a line of our own that tells how far it has come: a clock while it waits or is under
/// way, one tick when the stage has it, two when it has come back, a warning when it failed.
namespace Greenroom::DeliveryMark {

/// Paints the mark of `message` into the room beside `bubble`, at its lower edge, on the side that faces the
/// middle of the transcript. Does nothing where there is nothing to tell.
void paint(QPainter &painter, const QRect &bubble, const Message &message, const QPalette &palette,
           Qt::LayoutDirection direction);

} // namespace Greenroom::DeliveryMark

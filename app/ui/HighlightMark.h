// SPDX-License-Identifier: MIT
#pragma once

#include "ui/TranscriptLook.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Greenroom::HighlightMark {

/// Draws a bar and a star at the edges of `bubble`, which is filled with `fill`: a highlight word stands in
/// it.
void paint(QPainter &painter, const QRect &bubble, const QColor &fill, const TranscriptLook &look);

} // namespace Greenroom::HighlightMark

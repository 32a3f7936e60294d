// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
class QRect;
QT_END_NAMESPACE

/// The round sign beside what somebody wrote.
namespace Greenroom::Avatar {

/// Draws the sign of the person with this id, or of the backend if it is empty, with the painter's font.
void paint(QPainter &painter, const QRect &rect, const QString &personId, const QPalette &palette);

} // namespace Greenroom::Avatar

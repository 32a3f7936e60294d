// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>

namespace Greenroom::Shots {

/// Lines in every state that they can be in.
QPixmap deliveryAt(QSize size);
/// The list of short codes.
QPixmap emoji();
/// A text that is too long to be sent.
QPixmap tooLong();
/// What is asked before something is sent.
QPixmap questions();
/// Texts that are made to mislead, or to break what shows them: they are shown as text.
QPixmap oddTexts();
/// An export to `path` that has begun, or of which nothing came.
QPixmap exporting(const QString &path);
/// Lines with a highlight word, and one without.
QPixmap highlighted(QSize size);

} // namespace Greenroom::Shots

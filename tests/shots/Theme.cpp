// SPDX-License-Identifier: MIT
#include "shots/Theme.h"

namespace Greenroom::Shots {

QPalette darkPalette()
{
    const QColor window(48, 48, 52);
    const QColor base(34, 34, 37);
    const QColor button(64, 64, 70);
    const QColor text(236, 236, 238);
    const QColor highlight(53, 132, 228);
    QPalette palette(button, window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::ToolTipBase, button);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, highlight);
    QColor faint = text;
    constexpr int placeholderAlpha = 150;
    faint.setAlpha(placeholderAlpha);
    palette.setColor(QPalette::PlaceholderText, faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(128, 128, 132));
    return palette;
}

} // namespace Greenroom::Shots

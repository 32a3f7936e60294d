// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QColor>
#include <QPalette>
#include <QWidget>

/// Colours that can be read on whatever palette the platform has.
namespace Greenroom::Colours {

/// WCAG's bound for text. https://www.w3.org/TR/WCAG21/#contrast-minimum
constexpr double textContrast = 4.5;

/// The contrast ratio of two opaque colours, 1 to 21. https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor &one, const QColor &other);

/// `wanted`, made lighter or darker just as far as it must be to reach textContrast on `background`.
QColor readable(const QColor &wanted, const QColor &background);

/// `share` (0 to 1) of `tint` over `ground`.
QColor blend(const QColor &ground, const QColor &tint, double share);

/// The colour of a person's name on `background`.
QColor person(const QString &connectionId, const QColor &background);

/// The colour of a session's state on `background`; never the only sign of it.
QColor state(ChatSession::State state, const QColor &background);

/// The colours of warnings and errors on `background`.
QColor warning(const QColor &background);
QColor error(const QColor &background);

/// What is put behind a text that was searched for, on `background`; the one that was gone to is stronger.
QColor searchHit(const QColor &background, bool current);

/// Text of less weight than the palette's own, still readable on `background`.
QColor secondaryText(const QPalette &palette, const QColor &background);

/// Has `widget` write in `ink`, and else as its palette says.
void setInk(QWidget &widget, const QColor &ink);

} // namespace Greenroom::Colours

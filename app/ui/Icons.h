// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>

/// Our symbolic icons: drawn from SVG in one colour, whichever is asked for.
namespace Greenroom::Icons {

/// The icon `:/icons/<name>.svg` in `colour`, its disabled form paler; drawn anew at each size, so sharp at
/// any scale.
QIcon symbolic(const QString &name, const QColor &colour);

/// The application's own icon.
QIcon application();

} // namespace Greenroom::Icons

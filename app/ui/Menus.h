// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Greenroom {

class MainWindow;
struct Services;

/// The window's menus: every act of the window has its place and its key here.
namespace Menus {

/// The actions that show and hide the side columns.
struct ColumnActions
{
    QAction *stages;
    QAction *session;
};

/// Fills the menu bar of `window`; borrows `services`.
ColumnActions fill(MainWindow &window, Services &services);

} // namespace Menus

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom {

class MainWindow;
struct Services;

/// What can be chosen about notifications, in the Session menu.
namespace NotificationMenu {

/// Adds its entries to the menu called `sessionMenu` of `window`; borrows what `services` lead to.
void fill(MainWindow &window, const Services &services);

} // namespace NotificationMenu

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom {

class MainWindow;
struct Services;

/// What the window's Session menu has on secrets: whether they go to the keychain, and their end.
namespace SecretsMenu {

/// Adds to the menu called `sessionMenu` of `window`; borrows `services`.
void fill(MainWindow &window, const Services &services);

} // namespace SecretsMenu

} // namespace Greenroom

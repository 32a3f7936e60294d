// SPDX-License-Identifier: MIT
#pragma once

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace Greenroom {

class MainWindow;
struct Services;

/// What the window's File menu has on the local stage beside its start: whether it is encrypted, and its
/// certificate.
namespace LocalStageMenu {

/// Adds to `menu` of `window`; borrows `services`.
void fill(MainWindow &window, QMenu &menu, const Services &services);

} // namespace LocalStageMenu

} // namespace Greenroom

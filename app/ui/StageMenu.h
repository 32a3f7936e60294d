// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>

QT_BEGIN_NAMESPACE
class QModelIndex;
QT_END_NAMESPACE

namespace Greenroom {

class StageActs;
class StageView;

/// The context menu of the list of stages.
namespace StageMenu {

/// Offers at the screen's point `at` what can be done with the row.
void show(StageView &view, StageActs &acts, const QModelIndex &index, QPoint at);

} // namespace StageMenu

} // namespace Greenroom

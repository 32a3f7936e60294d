// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>

namespace Greenroom::Shots {

/// A window with many stages, in groups and in every state.
QPixmap stagesAt(QSize size);
/// Going to a stage by a part of its name.
QPixmap switcherAt(QSize size);
/// What can be done with a stage.
QPixmap stageMenu();
/// What is asked before a stage is forgotten.
QPixmap forgetQuestion();

} // namespace Greenroom::Shots

// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>

namespace Greenroom::Shots {

/// A tab of a stage's settings, counted from 0.
QPixmap stageSettings(int tab);
/// The same in little room.
QPixmap narrowStageSettings(int tab);
/// Mistakes in a stage's settings, in place.
QPixmap mistakenStageSettings();
/// A stage whose certificate is not trusted.
QPixmap untrusted();
QPixmap certificateDialog();
/// The local stage's own one, for other clients; another one in each picture.
QPixmap localCertificateDialog();

} // namespace Greenroom::Shots

// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageOptions.h"

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

/// The form that a stage's options have in the user's settings: a key for each that is not as usual, so that
/// one which cannot be read takes no other with it.
namespace Greenroom::OptionSettings {

/// Whatever makes sense below `group`.
StageOptions read(const QSettings &settings, const QString &group);
/// Writes what is otherwise than it stands there.
void write(QSettings &settings, const QString &group, const StageOptions &options);

} // namespace Greenroom::OptionSettings

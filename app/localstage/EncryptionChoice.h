// SPDX-License-Identifier: MIT
#pragma once

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

/// Whether the local stage is encrypted, as the user's settings have it.
namespace Greenroom::EncryptionChoice {

/// Not unless chosen.
bool isOn(const QSettings &settings);
void set(QSettings &settings, bool isOn);

} // namespace Greenroom::EncryptionChoice

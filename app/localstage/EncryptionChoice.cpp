// SPDX-License-Identifier: MIT
#include "localstage/EncryptionChoice.h"

#include <QSettings>

namespace Greenroom::EncryptionChoice {

namespace {

QString encryptedKey()
{
    return QStringLiteral("localStage/encrypted");
}

} // namespace

bool isOn(const QSettings &settings)
{
    return settings.value(encryptedKey(), false).toBool();
}

void set(QSettings &settings, bool isOn)
{
    settings.setValue(encryptedKey(), isOn);
}

} // namespace Greenroom::EncryptionChoice

// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageOptions.h"

#include <QString>
#include <QUrl>

namespace Greenroom {

/// A stage kept over restarts.
struct SavedStage
{
    /// Without secrets; each saved stage has one of its own.
    QUrl address;
    /// The user's choice.
    bool connectAtStart = true;
    /// The user's; empty where the address serves as one.
    QString name = {};
    /// The user's group that it is in; empty where it is in none.
    QString group = {};
    /// The higher, the later it was connected to.
    int lastUse = 0;
    /// A secret was left out of the address, without which it would only be refused.
    bool lacksSecret = false;
    StageOptions options = {};

    bool operator==(const SavedStage &other) const = default;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom::PersonName {

/// A short name for a connection id that a person can read, say and remember, as `Heron 27`: always the same
/// for the same id, from 64 translated nouns and two digits.
QString fromId(const QString &connectionId);

/// A hue from 0 to 359, always the same for the same id, to colour the name with.
int hueFromId(const QString &connectionId);

} // namespace Greenroom::PersonName

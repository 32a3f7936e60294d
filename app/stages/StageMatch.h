// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <optional>

/// Finding a stage by a few letters.
namespace Greenroom::StageMatch {

/// How well a stage fits what was typed, less being better: its name's beginning is best, then a beginning
/// inside of it, then any part of it, of its group, of its address. Nothing if a word of `typed` is in none
/// of them.
std::optional<int> rank(const QString &typed, const QString &name, const QString &group,
                        const QString &address);

} // namespace Greenroom::StageMatch

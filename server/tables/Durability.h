// SPDX-License-Identifier: MIT
#pragma once

namespace Greenroom {

/// What a row that has been committed survives: `Normal` a killed process, while a power cut may take the
/// last commits; `Full` a power cut too, at the price of a wait for the disk with each commit.
/// https://www.sqlite.org/pragma.html#pragma_synchronous
enum class Durability { Normal, Full };

} // namespace Greenroom

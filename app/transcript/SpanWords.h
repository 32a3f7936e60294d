// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <chrono>

/// Lengths of time in words.
namespace Greenroom::SpanWords {

/// `42 s`, `3 min`, `2 h 5 min`; translated.
QString rounded(std::chrono::seconds length);

} // namespace Greenroom::SpanWords

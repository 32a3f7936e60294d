// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Greenroom::Bench {

/// The `Sec-WebSocket-Accept` that answers this `Sec-WebSocket-Key`.
/// https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
std::string acceptKey(std::string_view key);

/// The key that the standard takes for its example, and its answer: the load generator sends no other.
inline constexpr std::string_view exampleKey = "dGhlIHNhbXBsZSBub25jZQ==";
inline constexpr std::string_view exampleAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

} // namespace Greenroom::Bench

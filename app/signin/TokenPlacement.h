// SPDX-License-Identifier: MIT
#pragma once

#include "stages/StageOptions.h"

/// Where a token stands in an attempt to connect.
namespace Greenroom::TokenPlacement {

/// Puts `token` into `request`, in place of any other: as the last query item, `Authorization=Bearer%20…` to
/// the letter, or as a header.
void put(ConnectRequest &request, const QByteArray &token, SignInChoice::TokenPlace place);

} // namespace Greenroom::TokenPlacement

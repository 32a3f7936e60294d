// SPDX-License-Identifier: MIT
#pragma once

#include "wire/Event.h"

/// The forms that the `history` backend gives to the text of a `{"message": …}` frame.
namespace Greenroom::MessageText {

/// What `text` says: a chat line, a joining, a leaving or a pong; in any other form a BackendLineEvent with
/// `text` as it stands.
Event decode(const QString &text);

} // namespace Greenroom::MessageText

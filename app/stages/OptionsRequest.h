// SPDX-License-Identifier: MIT
#pragma once

#include "stages/ConnectRequests.h"

namespace Greenroom {

class SavedStages;
class Secrets;
struct OptionSecrets;
struct StageOptions;

/// What a stage's options add to an attempt to connect: headers, query items, subprotocols, TLS and proxy,
/// with the secrets that these take.
namespace OptionsRequest {

/// A secret header or item whose value is not known is left out, and so is a value that no header may have.
void add(ConnectRequest &request, const StageOptions &options, const OptionSecrets &secrets);

/// Borrows both.
ConnectRequests::Part part(const SavedStages &stages, const Secrets &secrets);

} // namespace OptionsRequest

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "stages/ConnectRequests.h"

namespace Greenroom {

class LocalStage;

/// Trust in the application's own local stage: nobody has to be asked about a certificate that was made here.
namespace LocalStageTrust {

/// Lets attempts to connect to `localStage`, any of its stages, trust exactly its certificate. To be added
/// after what the stage's options add. Borrows `localStage`.
ConnectRequests::Part part(const LocalStage &localStage);

} // namespace LocalStageTrust

} // namespace Greenroom

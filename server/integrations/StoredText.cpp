// SPDX-License-Identifier: MIT
#include "integrations/StoredText.h"

#include "integrations/PythonText.h"
#include "integrations/WellFormed.h"

namespace Greenroom {

QString storedText(const JsonTree &message)
{
    return wellFormed(PythonText::str(message));
}

} // namespace Greenroom

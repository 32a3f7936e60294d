// SPDX-License-Identifier: MIT
#pragma once

#include "session/NetworkHint.h"

namespace Greenroom {

/// What the system's network service says; nothing where there is none.
class SystemNetworkHint final : public NetworkHint
{
    Q_OBJECT

public:
    explicit SystemNetworkHint(QObject *parent = nullptr);
};

} // namespace Greenroom

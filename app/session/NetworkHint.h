// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Greenroom {

/// Says when it is worth trying again sooner. A hint and no gate: what it does not say does not matter.
class NetworkHint : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// There is a network, where there was none or another one a moment ago.
    void returned();
};

} // namespace Greenroom

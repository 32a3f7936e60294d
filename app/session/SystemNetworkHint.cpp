// SPDX-License-Identifier: MIT
#include "session/SystemNetworkHint.h"

#include <QNetworkInformation>

namespace Greenroom {

SystemNetworkHint::SystemNetworkHint(QObject *parent) : NetworkHint(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Disconnected)
                    Q_EMIT returned();
            });
}

} // namespace Greenroom

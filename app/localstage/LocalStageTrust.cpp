// SPDX-License-Identifier: MIT
#include "localstage/LocalStageTrust.h"

#include "localstage/LocalStage.h"

#include <QHostAddress>

namespace Greenroom::LocalStageTrust {

namespace {

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host) == QHostAddress(QHostAddress::LocalHost);
}

bool isServedBy(const LocalStage &localStage, const QUrl &stage)
{
    const QUrl own = localStage.address();
    return stage.scheme() == own.scheme() && stage.port() == own.port() && isThisMachine(stage.host());
}

} // namespace

ConnectRequests::Part part(const LocalStage &localStage)
{
    return [&localStage](ConnectRequest &request, const QUrl &stage) {
        if (localStage.fingerprint().isEmpty() || !isServedBy(localStage, stage))
            return;
        request.tls.trust = TlsChoice::Trust::OneCertificate;
        request.tls.fingerprint = localStage.fingerprint();
    };
}

} // namespace Greenroom::LocalStageTrust

// SPDX-License-Identifier: MIT
#include "signin/SignIns.h"

#include "common/Redaction.h"
#include "signin/SignIn.h"
#include "stages/ConnectRequests.h"
#include "stages/SavedStages.h"

namespace Greenroom {

SignIns::SignIns(Clock &clock, SavedStages &savedStages, Secrets &secrets, ConnectRequests &requests,
                 QObject *parent)
    : QObject(parent), m_clock(clock), m_savedStages(savedStages), m_secrets(secrets)
{
    requests.add([this](ConnectRequest &request, const QUrl &stage) { of(stage).addTo(request); });
    connect(&savedStages, &SavedStages::forgotten, this, [this](const QUrl &stage) { of(stage).forget(); });
}

SignIn &SignIns::of(const QUrl &stage)
{
    const QUrl clean = Redaction::withoutSecrets(stage);
    SignIn *&signIn = m_signIns[clean];
    if (signIn == nullptr)
        signIn = new SignIn(clean, m_clock, m_savedStages, m_secrets, this);
    return *signIn;
}

} // namespace Greenroom

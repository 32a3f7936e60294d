// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace Greenroom {

class ConnectRequests;
class SavedStages;
class Secrets;
class SignIn;

/// Who one is at each stage, for all windows.
class SignIns : public QObject
{
    Q_OBJECT

public:
    /// Borrows all; has the tokens added to what `requests` put together, and forgets who one was at a stage
    /// that is forgotten.
    SignIns(Clock &clock, SavedStages &savedStages, Secrets &secrets, ConnectRequests &requests,
            QObject *parent = nullptr);

    /// Secrets in the address make no difference. Stays as long as this object.
    SignIn &of(const QUrl &stage);

private:
    Clock &m_clock;
    SavedStages &m_savedStages;
    Secrets &m_secrets;
    QHash<QUrl, SignIn *> m_signIns;
};

} // namespace Greenroom

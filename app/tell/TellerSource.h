// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace Greenroom {

class TranscriptModel;

/// A conversation as the Teller knows it.
class TellerSource
{
public:
    TellerSource() = default;
    virtual ~TellerSource() = default;
    Q_DISABLE_COPY_MOVE(TellerSource)

    /// The stage's address; may hold secrets, which the Teller shows nobody.
    virtual QUrl stage() const = 0;
    /// What the stage is called; without secrets.
    virtual QString title() const = 0;
    virtual const TranscriptModel &transcript() const = 0;
    /// It is in a window in front of everything else.
    virtual bool isLookedAt() const = 0;
    /// Raises the window and shows the conversation at its first unread line.
    virtual void comeForward() = 0;
};

} // namespace Greenroom

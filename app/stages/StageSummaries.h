// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace Greenroom {

class Archive;

/// What the list of stages tells of a conversation without its being open.
struct StageSummary
{
    /// The last line that anybody wrote, with the writer's name; empty if there is none.
    QString lastLine;
    /// When it was written.
    WallTime lastAt;
    /// Lines of others that were not looked at.
    int unread = 0;
};

/// The summaries of all stages, for all windows. Sessions keep them up to date; whoever knows of former
/// conversations sets them at the start.
class StageSummaries : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Sets the summaries of all conversations that `archive` keeps.
    void setAll(const Archive &archive);

    /// Secrets in the address make no difference.
    StageSummary of(const QUrl &stage) const;
    void set(const QUrl &stage, const StageSummary &summary);
    /// Everything of this stage has been looked at.
    void markRead(const QUrl &stage);
    void forget(const QUrl &stage);

Q_SIGNALS:
    void changed(const QUrl &stage);

private:
    QHash<QUrl, StageSummary> m_summaries;
};

} // namespace Greenroom

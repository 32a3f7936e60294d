// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "tables/Rows.h"

#include <QStringList>
#include <functional>

namespace Greenroom {

/// A stage's three history tables, as its integrations see them. Every write is asynchronous: `done` is
/// called from the gateway's thread in a later turn of the event loop, when the row is committed or could not
/// be.
class Tables
{
public:
    using Done = std::function<void(Result<void>)>;

    Tables() = default;
    virtual ~Tables() = default;
    Q_DISABLE_COPY_MOVE(Tables)

    /// The ids in ActiveConnections, in the order in which they were put, including writes still under way.
    virtual QStringList activeConnections() const = 0;
    /// Whether the id is among them.
    virtual bool isActive(const QString &connectionId) const = 0;

    /// Puts the id into ActiveConnections and its row into SessionHistory, both or neither.
    virtual void openSession(const SessionRow &row, Done done) = 0;

    /// Gives the session its end (`disconnectedAt`, and duration_seconds: whole seconds between the two
    /// stamps) and takes the id out of ActiveConnections, both or neither.
    virtual void closeSession(const QString &connectionId, const QString &disconnectedAt, Done done) = 0;

    /// Puts the id into ActiveConnections alone, for chats that keep no history of sessions.
    virtual void putConnection(const QString &connectionId, Done done) = 0;

    /// Takes the id out of ActiveConnections alone; done too where it is not there.
    virtual void deleteConnection(const QString &connectionId, Done done) = 0;

    /// Puts a row into MessageHistory.
    virtual void putMessage(const MessageRow &row, Done done) = 0;

    /// The end is near: from now on no write waits long for others who use the tables.
    virtual void hurry() {}
    /// Writes what is queued, then ends; no Done is called any more. The error says which tables sessions are
    /// left open in.
    virtual Result<void> close() { return {}; }
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/Integration.h"

#include <QStringList>

namespace Greenroom {

class Tables;

/// The table ActiveConnections of a chat that keeps no history of sessions.
class ActiveConnections
{
public:
    /// Borrows `tables`.
    explicit ActiveConnections(Tables &tables);

    QStringList all() const;

    /// Puts the connection of a `$connect` event; answers 200, or 500 if it could not be put.
    void put(const ProxyEvent &event, const Reply &reply);
    /// Puts a connection that is established, unless it is there. It is not where somebody has found it gone
    /// between its `$connect` and its 101.
    void ensure(const QString &connectionId);
    /// Deletes a connection that was found gone.
    void forget(const QString &connectionId);
    /// Deletes the connection of a `$disconnect` event; fails if it could not be deleted.
    void remove(const ProxyEvent &event, const Reply &reply);

private:
    Tables &m_tables;
};

} // namespace Greenroom

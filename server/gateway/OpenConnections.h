// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace Greenroom {

class Connection;

/// The connections of a stage that have not ended, by id.
class OpenConnections
{
public:
    void insert(const QString &id, Connection *connection);
    void remove(const QString &id);

    /// Null for an id that is not here.
    Connection *find(const QString &id) const { return m_connections.value(id); }
    /// As find() for each of `ids`; next to nothing if the same list is asked for again and nobody has come
    /// or gone meanwhile.
    QList<Connection *> findAll(const QStringList &ids);
    QList<Connection *> all() const { return m_connections.values(); }

private:
    void forgetLast();

    QHash<QString, Connection *> m_connections;
    /// Of the last findAll(). Held, the list of ids can not change where it is.
    QStringList m_lastIds;
    QList<Connection *> m_lastFound;
};

} // namespace Greenroom

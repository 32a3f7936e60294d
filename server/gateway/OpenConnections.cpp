// SPDX-License-Identifier: MIT
#include "gateway/OpenConnections.h"

namespace Greenroom {

void OpenConnections::insert(const QString &id, Connection *connection)
{
    m_connections.insert(id, connection);
    forgetLast();
}

void OpenConnections::remove(const QString &id)
{
    m_connections.remove(id);
    forgetLast();
}

QList<Connection *> OpenConnections::findAll(const QStringList &ids)
{
    const bool isSame = m_lastIds.size() == ids.size() && m_lastIds.constData() == ids.constData();
    if (!isSame) {
        m_lastIds = ids;
        m_lastFound.clear();
        m_lastFound.reserve(ids.size());
        for (const QString &id : ids)
            m_lastFound.append(find(id));
    }
    return m_lastFound;
}

void OpenConnections::forgetLast()
{
    m_lastIds = {};
    m_lastFound = {};
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "tables/ActiveIds.h"

namespace Greenroom {

void ActiveIds::put(const QString &id)
{
    if (contains(id))
        return;
    m_places.insert(id, ++m_lastPlace);
    m_ids.insert(m_lastPlace, id);
    m_all = {};
}

void ActiveIds::remove(const QString &id)
{
    if (m_ids.remove(m_places.take(id)) > 0)
        m_all = {};
}

QStringList ActiveIds::all() const
{
    if (m_all.isEmpty())
        m_all = m_ids.values();
    return m_all;
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QMap>
#include <QStringList>

namespace Greenroom {

/// The ids of a table that changes often and is read whole: putting, taking out and looking for one costs
/// hardly more the more there are.
class ActiveIds
{
public:
    /// Puts `id` at the end, unless it is there.
    void put(const QString &id);
    /// Nothing if it is not there.
    void remove(const QString &id);
    bool contains(const QString &id) const { return m_places.contains(id); }
    /// In the order in which they were put. Calls without a change in between return the same data.
    QStringList all() const;

private:
    QHash<QString, quint64> m_places;
    QMap<quint64, QString> m_ids;
    quint64 m_lastPlace = 0;
    mutable QStringList m_all;
};

} // namespace Greenroom

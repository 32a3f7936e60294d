// SPDX-License-Identifier: MIT
#include "tell/LauncherBadge.h"

#include "tell/SessionBus.h"

#include <QDBusMessage>
#include <QVariantMap>

namespace Greenroom {

LauncherBadge::LauncherBadge(SessionBus &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    connect(&bus, &SessionBus::opened, this, &LauncherBadge::send);
}

void LauncherBadge::show(int count, bool isUrgent)
{
    if (count == m_count && isUrgent == m_isUrgent)
        return;
    m_count = count;
    m_isUrgent = isUrgent;
    send();
}

void LauncherBadge::send()
{
    if (!m_bus.isOpen())
        return;
    QDBusMessage update = QDBusMessage::createSignal(
        QStringLiteral("/com/canonical/unity/launcherentry/greenroom"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    update << QStringLiteral("application://greenroom.desktop")
           << QVariantMap{{QStringLiteral("count"), qint64(m_count)},
                          {QStringLiteral("count-visible"), m_count > 0},
                          {QStringLiteral("urgent"), m_isUrgent}};
    m_bus.connection().send(update);
}

} // namespace Greenroom

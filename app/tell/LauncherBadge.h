// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace Greenroom {

class SessionBus;

/// The number on the application's entry in the task bar, where the desktop has such:
/// https://wiki.ubuntu.com/Unity/LauncherAPI
class LauncherBadge : public QObject
{
    Q_OBJECT

public:
    /// Borrows `bus`, which may open at any time or never.
    explicit LauncherBadge(SessionBus &bus, QObject *parent = nullptr);

public Q_SLOTS:
    /// Shows `count`, nothing where that is 0; `isUrgent` asks for more attention.
    void show(int count, bool isUrgent);

private:
    void send();

    SessionBus &m_bus;
    int m_count = 0;
    bool m_isUrgent = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "tell/DesktopNotifier.h"
#include "tell/LauncherBadge.h"
#include "tell/SessionBus.h"
#include "tell/Teller.h"
#include "ui/TrayIcon.h"

namespace Greenroom {

class Desk;

/// Everything that the desktop shows of the application outside of its windows: notifications, the number in
/// the task bar, the icon in the tray.
class DesktopAttention : public QObject
{
    Q_OBJECT

public:
    /// Borrows all. Nothing is shown before begin().
    DesktopAttention(Clock &clock, QSettings &settings, const HighlightWords &highlightWords,
                     QObject *parent = nullptr);

    Teller &teller() { return m_teller; }
    /// Begins to show; what is clicked leads to the windows of `desk`, as long as it lives.
    void begin(Desk &desk);

private:
    void showUnread();

    SessionBus m_bus;
    DesktopNotifier m_notifier;
    LauncherBadge m_badge;
    Teller m_teller;
    TrayIcon m_tray;
};

} // namespace Greenroom

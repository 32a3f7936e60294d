// SPDX-License-Identifier: MIT
#include "ui/DesktopAttention.h"

#include "ui/Desk.h"

namespace Greenroom {

DesktopAttention::DesktopAttention(Clock &clock, QSettings &settings, const HighlightWords &highlightWords,
                                   QObject *parent)
    : QObject(parent),
      m_notifier(m_bus),
      m_badge(m_bus),
      m_teller(m_notifier, clock, settings, highlightWords)
{
    connect(&m_teller, &Teller::unreadChanged, this, &DesktopAttention::showUnread);
}

void DesktopAttention::begin(Desk &desk)
{
    connect(&m_tray, &TrayIcon::windowsRequested, &desk, &Desk::bringForward);
    connect(&m_tray, &TrayIcon::newWindowRequested, &desk, [&desk] { desk.openWindow(); });
    m_bus.open();
    m_tray.show();
}

void DesktopAttention::showUnread()
{
    m_badge.show(m_teller.unread(), m_teller.isUrgent());
    m_tray.setUnread(m_teller.unread());
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace Greenroom {

/// The application's icon in the desktop's tray. It bears a mark while something is unread; a click or its
/// menu brings the windows to the front.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);

    /// Shows the icon now, or as soon as there is a tray. Where there never is one, nothing happens.
    void show();
    QIcon icon() const { return m_icon.icon(); }
    QString toolTip() const { return m_icon.toolTip(); }
    QMenu &menu() { return m_menu; }

public Q_SLOTS:
    /// Tells how many lines are unread.
    void setUnread(int count);

Q_SIGNALS:
    /// The windows are to come to the front.
    void windowsRequested();
    void newWindowRequested();

private:
    void noteActivation(QSystemTrayIcon::ActivationReason reason);

    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace Greenroom

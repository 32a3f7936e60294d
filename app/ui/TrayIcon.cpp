// SPDX-License-Identifier: MIT
#include "ui/TrayIcon.h"

#include "ui/Icons.h"

#include <QApplication>
#include <QPainter>

namespace Greenroom {

namespace {

/// Trays scale down what is larger, and some take no other size well.
constexpr int side = 64;

/// The application's icon with a mark in its corner.
QIcon marked()
{
    constexpr int markSide = side * 2 / 5;
    constexpr int rim = side / 16;
    QPixmap picture = Icons::application().pixmap(side, side);
    const int width = picture.width();
    const QRect mark(width - markSide, 0, markSide, markSide);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    // A rim of nothing, so that the mark stands out on any ground.
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(mark.adjusted(-rim, -rim, rim, rim));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(QApplication::palette().color(QPalette::Highlight));
    painter.drawEllipse(mark);
    painter.end();
    return {picture};
}

} // namespace

TrayIcon::TrayIcon(QObject *parent) : QObject(parent)
{
    m_menu.addAction(tr("&Show Greenroom"), this, &TrayIcon::windowsRequested)
        ->setObjectName(QStringLiteral("trayShow"));
    m_menu.addAction(tr("New &window"), this, &TrayIcon::newWindowRequested)
        ->setObjectName(QStringLiteral("trayNewWindow"));
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), qApp, &QApplication::closeAllWindows)
        ->setObjectName(QStringLiteral("trayQuit"));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::noteActivation);
    setUnread(0);
}

void TrayIcon::show()
{
    m_icon.show();
}

void TrayIcon::setUnread(int count)
{
    m_icon.setIcon(count > 0 ? marked() : Icons::application());
    m_icon.setToolTip(count > 0 ? tr("Greenroom: %n unread message(s)", nullptr, count)
                                : QStringLiteral("Greenroom"));
}

void TrayIcon::noteActivation(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
        Q_EMIT windowsRequested();
}

} // namespace Greenroom

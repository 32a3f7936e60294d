// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Greenroom {

/// The clocks of one session: since when and how long it is connected, its heartbeat, its automatic end.
class SessionPanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    SessionPanel(ChatSession &session, Clock &clock, QWidget *parent = nullptr);

private:
    void build();
    QLayout *buildAutoDisconnect();
    QLabel *addValue(QVBoxLayout &layout, const QString &title, const QString &objectName);
    void refresh();
    void showRenewals();
    void scheduleRefresh();
    void showHeartbeat();
    void showCountdown();
    void enableAutoDisconnect(bool enabled);
    void setAutoDisconnectLimit(int seconds);

    ChatSession &m_session;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_refresh;
    QLabel *m_connectedAt = nullptr;
    QLabel *m_connectedSince = nullptr;
    QLabel *m_duration = nullptr;
    QLabel *m_heartbeat = nullptr;
    QCheckBox *m_autoDisconnect = nullptr;
    QSpinBox *m_limit = nullptr;
    QLabel *m_countdown = nullptr;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/SessionPanel.h"

#include "common/Timestamp.h"
#include "ui/CaptionedValue.h"
#include "ui/Words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace Greenroom {

SessionPanel::SessionPanel(ChatSession &session, Clock &clock, QWidget *parent)
    : QWidget(parent), m_session(session), m_clock(clock)
{
    build();
    refresh();
    connect(&session, &ChatSession::stateChanged, this, &SessionPanel::refresh);
    connect(&session, &ChatSession::renewed, this, &SessionPanel::refresh);
    connect(&session.heartbeat(), &Heartbeat::roundTripChanged, this, &SessionPanel::showHeartbeat);
    connect(&session.autoDisconnect(), &AutoDisconnect::changed, this, &SessionPanel::showCountdown);
    connect(m_autoDisconnect, &QCheckBox::toggled, this, &SessionPanel::enableAutoDisconnect);
    connect(m_limit, &QSpinBox::valueChanged, this, &SessionPanel::setAutoDisconnectLimit);
}

void SessionPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_connectedAt = addValue(*layout, tr("Connected at (UTC)"), QStringLiteral("connectedAt"));
    m_connectedSince = addValue(*layout, tr("Without a gap since (UTC)"), QStringLiteral("connectedSince"));
    m_duration = addValue(*layout, tr("Session duration"), QStringLiteral("duration"));
    m_heartbeat = addValue(*layout, tr("Heartbeat"), QStringLiteral("heartbeat"));
    layout->addLayout(buildAutoDisconnect());
    m_countdown = addValue(*layout, tr("Session ends in"), QStringLiteral("countdown"));
}

QLayout *SessionPanel::buildAutoDisconnect()
{
    m_autoDisconnect = new QCheckBox(tr("Auto-disconnect after"), this);
    m_autoDisconnect->setObjectName(QStringLiteral("autoDisconnect"));
    m_limit = new QSpinBox(this);
    m_limit->setObjectName(QStringLiteral("autoDisconnectLimit"));
    m_limit->setAccessibleName(tr("Seconds until auto-disconnect"));
    m_limit->setRange(1, static_cast<int>(AutoDisconnect::maximumLimit.count()));
    m_limit->setValue(static_cast<int>(m_session.autoDisconnect().limit().count()));
    m_limit->setSuffix(tr(" s", "seconds, after a number"));
    m_limit->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_autoDisconnect, 1);
    row->addWidget(m_limit);
    return row;
}

QLabel *SessionPanel::addValue(QVBoxLayout &layout, const QString &title, const QString &objectName)
{
    auto *field = new CaptionedValue(title, this);
    field->value().setObjectName(objectName);
    layout.addWidget(field);
    return &field->value();
}

void SessionPanel::refresh()
{
    const auto since = m_session.connectedAt();
    m_connectedAt->setText(since ? toStamp(*since) : tr("—", "no time known"));
    showRenewals();
    m_duration->setText(Words::duration(m_session.duration()));
    showHeartbeat();
    showCountdown();
    scheduleRefresh();
}

/// Only where the connection is another than the first does it matter which of them is meant.
void SessionPanel::showRenewals()
{
    const int renewals = m_session.renewals();
    const auto since = m_session.connectedSince();
    const bool isRenewed = since && renewals > 0;
    if (isRenewed)
        m_connectedSince->setText(
            tr("%1, renewed %n time(s)", "%1 is a date and time", renewals).arg(toStamp(*since)));
    m_connectedSince->parentWidget()->setVisible(isRenewed);
}

void SessionPanel::scheduleRefresh()
{
    // Nothing here changes by itself without a connection. A quarter of a second keeps the seconds even.
    constexpr std::chrono::milliseconds period{250};
    if (m_session.connectedAt())
        m_refresh = m_clock.ringAfter(period, [this] { refresh(); });
    else
        m_refresh.reset();
}

void SessionPanel::showHeartbeat()
{
    const HeartbeatChoice &choice = m_session.heartbeat().choice();
    const auto every = (choice.sendsMessage ? choice.interval : Heartbeat::interval).count();
    const auto roundTrip = m_session.heartbeat().roundTrip();
    if (!m_session.connectedAt())
        m_heartbeat->setText(tr("—", "no time known"));
    else if (roundTrip)
        m_heartbeat->setText(tr("every %1 s, answered in %2 ms").arg(every).arg(roundTrip->count()));
    else
        m_heartbeat->setText(tr("every %1 s").arg(every));
}

void SessionPanel::showCountdown()
{
    const auto remaining = m_session.autoDisconnect().remaining();
    m_countdown->setText(remaining ? Words::duration(*remaining) : QString());
    m_countdown->parentWidget()->setVisible(remaining.has_value());
}

void SessionPanel::enableAutoDisconnect(bool enabled)
{
    m_limit->setEnabled(enabled);
    m_session.autoDisconnect().setEnabled(enabled);
}

void SessionPanel::setAutoDisconnectLimit(int seconds)
{
    m_session.autoDisconnect().setLimit(std::chrono::seconds(seconds));
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/StageNetworkTab.h"

#include "stages/OptionRules.h"
#include "ui/HintLine.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

namespace Greenroom {

namespace {

constexpr int inset = 24;
/// What HTTP proxies listen on most of the time.
constexpr int usualPort = 3128;

} // namespace

StageNetworkTab::StageNetworkTab(QWidget *parent)
    : QWidget(parent),
      m_system(new QRadioButton(tr("The &system's proxy, if it has one"), this)),
      m_none(new QRadioButton(tr("&No proxy"), this)),
      m_manual(new QRadioButton(tr("This &HTTP proxy:"), this)),
      m_host(new QLineEdit(this)),
      m_port(new QSpinBox(this)),
      m_user(new QLineEdit(this)),
      m_password(new QLineEdit(this)),
      m_hint(new HintLine(this))
{
    build();
    connect(m_manual, &QRadioButton::toggled, this, &StageNetworkTab::updateFields);
    for (const QLineEdit *field : {m_host, m_user, m_password})
        connect(field, &QLineEdit::textChanged, m_hint, &HintLine::clear);
}

void StageNetworkTab::show(const ProxyChoice &choice)
{
    m_system->setChecked(choice.kind == ProxyChoice::Kind::System);
    m_none->setChecked(choice.kind == ProxyChoice::Kind::None);
    m_manual->setChecked(choice.kind == ProxyChoice::Kind::Manual);
    m_host->setText(choice.host);
    m_port->setValue(choice.port == 0 ? usualPort : choice.port);
    updateFields();
}

void StageNetworkTab::showLogin(const ProxyLogin &login)
{
    m_knowsLogin = true;
    m_user->setText(login.user);
    m_password->setText(login.password);
    updateFields();
}

bool StageNetworkTab::take(ProxyChoice &choice, ProxyLogin &login)
{
    const QString host = m_host->text().trimmed();
    const Result<void> checked = OptionRules::checkProxyHost(host);
    choice = {};
    choice.kind = m_manual->isChecked() ? ProxyChoice::Kind::Manual
                  : m_none->isChecked() ? ProxyChoice::Kind::None
                                        : ProxyChoice::Kind::System;
    if (checked) {
        choice.host = host;
        choice.port = static_cast<quint16>(m_port->value());
    }
    if (choice.kind != ProxyChoice::Kind::Manual)
        return true;
    if (checked)
        return takeLogin(login);
    m_hint->showError(checked.error().message);
    m_host->setFocus(Qt::OtherFocusReason);
    return false;
}

void StageNetworkTab::build()
{
    m_system->setObjectName(QStringLiteral("proxySystem"));
    m_none->setObjectName(QStringLiteral("proxyNone"));
    m_manual->setObjectName(QStringLiteral("proxyManual"));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_host->setPlaceholderText(tr("proxy.example.com"));
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_port->setRange(1, OptionRules::largestPort);
    m_port->setGroupSeparatorShown(false);
    m_hint->setObjectName(QStringLiteral("proxyHint"));
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_user->setPlaceholderText(tr("none"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_system);
    layout->addWidget(m_none);
    layout->addWidget(m_manual);
    buildFields(*layout);
    layout->addWidget(m_hint);
    layout->addStretch();
}

void StageNetworkTab::buildFields(QBoxLayout &layout)
{
    auto *fields = new QFormLayout;
    fields->setContentsMargins(inset, 0, 0, 0);
    fields->setSpacing(8);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fields->addRow(tr("H&ost:"), m_host);
    fields->addRow(tr("&Port:"), m_port);
    fields->addRow(tr("&User name:"), m_user);
    fields->addRow(tr("Pass&word:"), m_password);
    layout.addLayout(fields);
}

bool StageNetworkTab::takeLogin(ProxyLogin &login)
{
    if (!m_knowsLogin)
        return true;
    login = {m_user->text().trimmed(), m_password->text()};
    const Result<void> checked = OptionRules::checkProxyLogin(login.user, login.password);
    if (checked)
        return true;
    m_hint->showError(checked.error().message);
    m_user->setFocus(Qt::OtherFocusReason);
    return false;
}

void StageNetworkTab::updateFields()
{
    m_host->setEnabled(m_manual->isChecked());
    m_port->setEnabled(m_manual->isChecked());
    for (QLineEdit *field : {m_user, m_password})
        field->setEnabled(m_manual->isChecked() && m_knowsLogin);
    m_hint->clear();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/AddressBar.h"

#include "stages/StageAddress.h"
#include "ui/HintLine.h"
#include "ui/Icons.h"
#include "ui/StateLabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace Greenroom {

namespace {

constexpr int controlHeight = 32;

bool isUnderWay(ChatSession::State state)
{
    return state == ChatSession::State::Connecting || state == ChatSession::State::Connected
           || state == ChatSession::State::WaitingToRetry || state == ChatSession::State::Closing;
}

} // namespace

AddressBar::AddressBar(QWidget *parent)
    : QWidget(parent),
      m_stateLabel(new StateLabel(this)),
      m_field(new QLineEdit(this)),
      m_button(new QPushButton(this)),
      m_settings(new QToolButton(this)),
      m_now(new QPushButton(tr("&Retry now"), this)),
      m_reason(new HintLine(this)),
      m_hint(new HintLine(this)),
      m_note(new HintLine(this))
{
    build();
    showState(m_state, {});
    applyIcons();
    connect(m_field, &QLineEdit::returnPressed, this, &AddressBar::requestConnect);
    connect(m_field, &QLineEdit::textEdited, this, &AddressBar::noteEdited);
    connect(m_field, &QLineEdit::textChanged, this, &AddressBar::textChanged);
    connect(m_button, &QPushButton::clicked, this, &AddressBar::trigger);
    connect(m_now, &QPushButton::clicked, this, &AddressBar::retryRequested);
    connect(m_settings, &QToolButton::clicked, this, &AddressBar::settingsRequested);
}

QString AddressBar::text() const
{
    return m_field->text();
}

void AddressBar::setText(const QString &address)
{
    m_field->setText(address);
    m_field->setCursorPosition(0);
    showExposure();
}

void AddressBar::showSession(const ChatSession &session)
{
    m_isRetrying = session.outage().has_value()
                   && (session.state() == ChatSession::State::WaitingToRetry
                       || session.state() == ChatSession::State::Connecting);
    showState(session.state(), session.retryIn());
    const bool isOpen = session.connectedAt().has_value();
    showReason(isOpen ? QString() : session.reason());
}

void AddressBar::showState(ChatSession::State state, std::optional<std::chrono::seconds> retryIn)
{
    m_state = state;
    m_stateLabel->showState(state, retryIn);
    m_field->setReadOnly(isUnderWay(state) && !m_isRetrying);
    m_now->setVisible(state == ChatSession::State::WaitingToRetry);
    updateButton();
}

/// Said once, also while a countdown runs.
void AddressBar::showReason(const QString &reason)
{
    if (reason == m_reason->text())
        return;
    if (reason.isEmpty())
        m_reason->clear();
    else if (m_isRetrying)
        m_reason->showWarning(reason);
    else
        m_reason->showError(reason);
}

void AddressBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void AddressBar::showProblem(const QString &sentence)
{
    m_hint->showError(sentence);
}

void AddressBar::showNote(const QString &sentence)
{
    if (sentence.isEmpty())
        m_note->clear();
    else if (sentence != m_note->text())
        m_note->showNote(sentence);
}

void AddressBar::trigger()
{
    if (isUnderWay(m_state))
        Q_EMIT disconnectRequested();
    else
        requestConnect();
}

void AddressBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateButton();
        applyIcons();
    }
}

void AddressBar::build()
{
    m_field->setObjectName(QStringLiteral("address"));
    m_field->setAccessibleName(tr("Stage address"));
    m_field->setPlaceholderText(tr("wss://example.com/dev"));
    m_field->setMinimumHeight(controlHeight);
    m_field->setTextMargins(4, 0, 4, 0);
    m_button->setObjectName(QStringLiteral("connect"));
    m_button->setMinimumHeight(controlHeight);
    m_now->setObjectName(QStringLiteral("retryNow"));
    m_now->setAccessibleName(tr("Try to connect now"));
    m_reason->setObjectName(QStringLiteral("stateReason"));
    m_settings->setObjectName(QStringLiteral("stageSettings"));
    m_settings->setText(tr("Stage settings"));
    m_settings->setToolTip(tr("Settings of this stage (F4)"));
    m_settings->setMinimumSize(controlHeight, controlHeight);
    m_settings->setFocusPolicy(Qt::TabFocus);
    m_hint->setObjectName(QStringLiteral("addressHint"));
    m_note->setObjectName(QStringLiteral("addressNote"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_field, 0, 0);
    layout->addWidget(m_button, 0, 1);
    layout->addWidget(m_settings, 0, 2);
    layout->addWidget(m_stateLabel, 1, 0);
    layout->addWidget(m_now, 1, 1, 1, 2);
    layout->addWidget(m_reason, 2, 0, 1, 3);
    layout->addWidget(m_hint, 3, 0, 1, 3);
    layout->addWidget(m_note, 4, 0, 1, 3);
}

void AddressBar::requestConnect()
{
    if (isUnderWay(m_state) && !m_isRetrying)
        return;
    const Result<QUrl> address = StageAddress::parse(m_field->text());
    if (!address) {
        m_hint->showError(address.error().message);
        m_field->setFocus();
        return;
    }
    showExposure();
    m_field->setCursorPosition(0);
    Q_EMIT connectRequested(*address);
}

void AddressBar::noteEdited()
{
    // What was wrong may be right now; it is judged again when the user connects.
    m_hint->clear();
}

void AddressBar::showExposure()
{
    const Result<QUrl> address = StageAddress::parse(m_field->text());
    if (address && StageAddress::isExposed(*address))
        m_hint->showWarning(tr("Not encrypted: others on the network can read what you write and receive. "
                               "Use wss:// if the server offers it."));
    else
        m_hint->clear();
}

void AddressBar::updateButton()
{
    const bool underWay = isUnderWay(m_state);
    m_button->setText(m_state == ChatSession::State::Connecting ? tr("Cancel")
                      : underWay                                ? tr("Disconnect")
                                                                : tr("Connect"));
    const QString icon = m_state == ChatSession::State::Connecting ? QStringLiteral("cancel")
                         : underWay                                ? QStringLiteral("disconnect")
                                                                   : QStringLiteral("connect");
    m_button->setIcon(Icons::symbolic(icon, palette().color(QPalette::ButtonText)));
    m_button->setEnabled(m_state != ChatSession::State::Closing);
}

void AddressBar::applyIcons()
{
    m_settings->setIcon(Icons::symbolic(QStringLiteral("settings"), palette().color(QPalette::ButtonText)));
}

} // namespace Greenroom

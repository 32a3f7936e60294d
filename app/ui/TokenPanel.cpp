// SPDX-License-Identifier: MIT
#include "ui/TokenPanel.h"

#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "ui/CaptionedValue.h"
#include "ui/ClaimsDialog.h"
#include "ui/ConversationPage.h"
#include "ui/HintLine.h"
#include "ui/PageSignIn.h"
#include "ui/Words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace Greenroom {

using Nearness = TokenWatch::Nearness;

TokenPanel::TokenPanel(ConversationPage &page, Services &services, QWidget *parent)
    : QWidget(parent), m_page(page), m_services(services)
{
    build();
    followStage();
    connect(&page, &ConversationPage::stageChanged, this, &TokenPanel::followStage);
    connect(&page.conversation().session(), &ChatSession::stateChanged, this, &TokenPanel::showButtons);
    connect(m_signInButton, &QPushButton::clicked, &page.signIn(), &PageSignIn::open);
    connect(m_claims, &QPushButton::clicked, this, &TokenPanel::showClaims);
    connect(m_signOut, &QPushButton::clicked, this, &TokenPanel::signOut);
}

void TokenPanel::build()
{
    auto *person = new CaptionedValue(tr("Signed in as"), this);
    auto *validity = new CaptionedValue(tr("Token valid for"), this);
    m_person = &person->value();
    m_person->setObjectName(QStringLiteral("signedInAs"));
    m_validity = &validity->value();
    m_validity->setObjectName(QStringLiteral("tokenValidity"));
    m_hint = new HintLine(this);
    m_hint->setObjectName(QStringLiteral("tokenHint"));
    m_signInButton = makeButton(tr("Sign in…"), "signIn");
    m_claims = makeButton(tr("Show claims…"), "showClaims");
    m_signOut = makeButton({}, "signOut");
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(person, 0, 0, 1, 2);
    layout->addWidget(validity, 1, 0, 1, 2);
    layout->addWidget(m_hint, 2, 0, 1, 2);
    layout->addWidget(m_signInButton, 3, 0);
    layout->addWidget(m_claims, 3, 1);
    layout->addWidget(m_signOut, 4, 0, 1, 2);
}

QPushButton *TokenPanel::makeButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

void TokenPanel::followStage()
{
    if (m_signIn != nullptr)
        m_signIn->disconnect(this);
    m_signIn = m_page.stage().isEmpty() ? nullptr : &m_services.signIns.of(m_page.stage());
    if (m_signIn != nullptr)
        connect(m_signIn, &SignIn::changed, this, &TokenPanel::refresh);
    refresh();
}

void TokenPanel::refresh()
{
    showPerson();
    showValidity();
    showButtons();
    scheduleRefresh();
}

void TokenPanel::scheduleRefresh()
{
    // A quarter of a second keeps the seconds even.
    constexpr std::chrono::milliseconds period{250};
    if (m_signIn != nullptr && m_signIn->hasValidToken() && m_signIn->remaining())
        m_refresh = m_services.clock.ringAfter(period, [this] { refresh(); });
    else
        m_refresh.reset();
}

void TokenPanel::showPerson()
{
    using State = SignIn::State;
    const State state = m_signIn != nullptr ? m_signIn->state() : State::Guest;
    const bool hasToken = m_signIn != nullptr && m_signIn->hasToken();
    if (state == State::SigningIn && !hasToken)
        m_person->setText(tr("Signing in…"));
    else if (!hasToken)
        m_person->setText(tr("nobody: you are a guest"));
    else if (m_signIn->person().isEmpty())
        m_person->setText(tr("somebody whom the token does not name"));
    else
        m_person->setText(m_signIn->person());
}

void TokenPanel::showValidity()
{
    const bool hasToken = m_signIn != nullptr && m_signIn->hasToken();
    m_validity->parentWidget()->setVisible(hasToken);
    const auto remaining = hasToken ? m_signIn->remaining() : std::nullopt;
    const Nearness nearness = hasToken ? m_signIn->nearness() : Nearness::Far;
    m_validity->setText(Words::validity(remaining));
    const QString warning = nearness == Nearness::Over  ? tr("The sign-in has ended; sign in again.")
                            : nearness != Nearness::Far ? tr("The sign-in ends soon; sign in again.")
                                                        : QString();
    if (warning.isEmpty())
        m_hint->clear();
    else if (m_hint->text() != warning)
        m_hint->showWarning(warning);
}

void TokenPanel::showButtons()
{
    const bool hasToken = m_signIn != nullptr && m_signIn->hasToken();
    const ChatSession::State state = m_page.conversation().session().state();
    const bool isConnected =
        state == ChatSession::State::Connected || state == ChatSession::State::Connecting;
    m_claims->setVisible(hasToken);
    m_signOut->setVisible(hasToken);
    m_signOut->setText(isConnected ? tr("Sign out and disconnect") : tr("Sign out"));
}

void TokenPanel::showClaims()
{
    (new ClaimsDialog(m_signIn->claims(), window()))->open();
}

void TokenPanel::signOut()
{
    m_signIn->signOut();
}

} // namespace Greenroom

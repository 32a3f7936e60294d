// SPDX-License-Identifier: MIT
#include "signin/SignIn.h"

#include "secrets/Secrets.h"
#include "signin/TokenPlacement.h"
#include "stages/SavedStages.h"

namespace Greenroom {

using Kind = Secrets::Kind;

SignIn::SignIn(QUrl stage, Clock &clock, SavedStages &savedStages, Secrets &secrets, QObject *parent)
    : QObject(parent),
      m_stage(std::move(stage)),
      m_savedStages(savedStages),
      m_secrets(secrets),
      m_authApi(clock),
      m_watch(clock)
{
    connect(&m_authApi, &AuthApi::granted, this, &SignIn::takeGrant);
    connect(&m_authApi, &AuthApi::failed, this, &SignIn::takeFailure);
    connect(&m_watch, &TokenWatch::came, this, &SignIn::handleNearness);
    connect(&secrets, &Secrets::changed, this, [this](const QUrl &changed, Kind kind) {
        if (changed == m_stage && (kind == Kind::Token || kind == Kind::Password))
            noteSecret();
    });
    m_isSaved = savedStages.find(m_stage).has_value();
    connect(&savedStages, &SavedStages::changed, this, &SignIn::keepChoice);
    noteSecret();
    loadSecrets();
}

SignIn::State SignIn::state() const
{
    if (m_authApi.isUnderWay())
        return State::SigningIn;
    if (m_token.isEmpty())
        return State::Guest;
    return hasValidToken() ? State::SignedIn : State::Expired;
}

SignInChoice SignIn::choice() const
{
    const std::optional<SavedStage> saved = m_savedStages.find(m_stage);
    return saved ? saved->options.signIn : m_choice;
}

QString SignIn::person() const
{
    const QString named = m_token.person();
    return named.isEmpty() ? choice().userId : named;
}

QJsonObject SignIn::claims() const
{
    return m_token.content.claims();
}

bool SignIn::hasValidToken() const
{
    return !m_token.isEmpty() && m_watch.nearness() != TokenWatch::Nearness::Over;
}

std::optional<std::chrono::seconds> SignIn::remaining() const
{
    return m_watch.remaining();
}

TokenWatch::Nearness SignIn::nearness() const
{
    return m_watch.nearness();
}

bool SignIn::remembersPassword() const
{
    const SignInChoice how = choice();
    return how.remembersPassword && !rememberedPassword(how).isEmpty();
}

void SignIn::signIn(const SignInForm &form)
{
    m_isRefused = false;
    if (form.mayBeExposed)
        m_exposedUrl = form.choice.authUrl;
    ask(form);
}

void SignIn::cancel()
{
    m_authApi.cancel();
    m_form = {};
    Q_EMIT changed();
    tellWaiting();
}

Result<void> SignIn::useToken(const QString &typed, SignInChoice::TokenPlace place)
{
    const Result<BearerToken> token = BearerToken::fromTyped(typed);
    if (!token)
        return tl::unexpected(token.error());
    if (m_watch.isTooEarly(token->content))
        return failure(tr("This token is for a later time only; paste one that is valid now."));
    if (m_watch.hasEnded(token->content))
        return failure(tr("This token has ended already; paste a newer one, and check the date and time of "
                          "this computer."));
    m_authApi.cancel();
    m_form = {};
    SignInChoice chosen = choice();
    chosen.tokenPlace = place;
    setChoice(chosen);
    take(*token);
    return {};
}

void SignIn::signOut()
{
    SignInChoice forgetful = choice();
    forgetful.remembersPassword = false;
    setChoice(forgetful);
    forgetSecrets();
    Q_EMIT signedOut();
}

void SignIn::forget()
{
    m_choice = {};
    forgetSecrets();
}

void SignIn::forgetSecrets()
{
    m_authApi.cancel();
    m_form = {};
    m_secrets.forget(m_stage, Kind::Password);
    m_secrets.forget(m_stage, Kind::Token);
    noteSecret();
    Q_EMIT changed();
    tellWaiting();
}

void SignIn::whenKnown(QObject *context, std::function<void()> then)
{
    if (m_isLoaded)
        renewEnded();
    if (isKnown())
        then();
    else
        m_waiting.push_back({context, std::move(then)});
}

void SignIn::sendThoughEnded()
{
    m_sendsThoughEnded = true;
}

bool SignIn::sendsToken() const
{
    return hasValidToken() || (m_sendsThoughEnded && !m_token.isEmpty());
}

void SignIn::addTo(ConnectRequest &request) const
{
    if (sendsToken())
        TokenPlacement::put(request, m_token.compact, choice().tokenPlace);
}

bool SignIn::isKnown() const
{
    const bool awaitsSecrets = !m_isLoaded && !hasValidToken() && choice() != SignInChoice();
    return !awaitsSecrets && (!m_authApi.isUnderWay() || hasValidToken());
}

void SignIn::tellWaiting()
{
    if (!isKnown())
        return;
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.then();
    }
}

} // namespace Greenroom

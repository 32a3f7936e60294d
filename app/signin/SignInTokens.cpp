// SPDX-License-Identifier: MIT
/// Where a SignIn's tokens come from: Secrets, the Auth API, and the Auth API again when one ends.
#include "secrets/Secrets.h"
#include "signin/AuthUrl.h"
#include "signin/RememberedPassword.h"
#include "signin/SignIn.h"
#include "stages/OptionSecrets.h"
#include "stages/SavedStages.h"

namespace Greenroom {

using Nearness = TokenWatch::Nearness;

void SignIn::loadSecrets()
{
    m_secrets.load(m_stage, this, [this] {
        m_isLoaded = true;
        noteSecret();
        if (!m_waiting.empty())
            renewEnded();
        tellWaiting();
    });
}

/// What Secrets say is so: they may have been loaded, or told to forget all.
void SignIn::noteSecret()
{
    const QByteArray stored = m_secrets.of(m_stage, Secrets::Kind::Token).toLatin1();
    if (stored == m_token.compact)
        return;
    // What cannot be read any more is as good as nothing.
    m_token = BearerToken::parse(stored).value_or(BearerToken());
    m_sendsThoughEnded = false;
    m_watch.watch(m_token.content);
    Q_EMIT changed();
}

void SignIn::setChoice(const SignInChoice &choice)
{
    m_choice = choice;
    StageOptions options = m_savedStages.options(m_stage);
    options.signIn = choice;
    m_savedStages.setOptions(m_stage, options);
}

/// A stage is saved when one connects to it, which may be after one has signed in.
void SignIn::keepChoice()
{
    const bool wasSaved = std::exchange(m_isSaved, m_savedStages.find(m_stage).has_value());
    if (m_isSaved && !wasSaved && m_choice != SignInChoice())
        setChoice(m_choice);
}

void SignIn::ask(const SignInForm &form)
{
    const StageOptions options = m_savedStages.options(m_stage);
    AuthRequest request{form.choice.authUrl, form.choice.userId, form.password, form.mayBeExposed};
    if (request.password.isEmpty())
        request.password = rememberedPassword(form.choice);
    const auto secrets = OptionSecrets::fromJson(m_secrets.of(m_stage, Secrets::Kind::Headers));
    if (form.choice.authUrl.host() == m_stage.host()) {
        request.tls = options.tls;
        request.keyPassphrase = secrets.keyPassphrase;
    }
    request.proxy = options.proxy;
    request.proxyLogin = secrets.loginFor(options.proxy);
    m_form = form;
    m_form.password = request.password;
    m_authApi.ask(request);
    Q_EMIT changed();
}

void SignIn::takeGrant(const AuthGrant &grant)
{
    const SignInForm form = std::exchange(m_form, {});
    const Result<BearerToken> token = BearerToken::parse(grant.token);
    if (!token) {
        takeFailure({AuthFailure::Cause::Other,
                     tr("The Auth API gave a token that cannot be used. %1", "%1 is a whole sentence")
                         .arg(token.error().message)});
        return;
    }
    m_watch.learn(token->content, grant.serverTime);
    if (m_watch.hasEnded(token->content)) {
        takeFailure({AuthFailure::Cause::Other,
                     tr("The Auth API gave a token that has ended already; tell its owner.")});
        return;
    }
    setChoice(form.choice);
    if (form.choice.remembersPassword)
        m_secrets.keep(m_stage, Secrets::Kind::Password,
                       RememberedPassword::toSecret(form.choice, form.password));
    else
        m_secrets.forget(m_stage, Secrets::Kind::Password);
    take(*token);
}

void SignIn::takeFailure(const AuthFailure &failure)
{
    m_form = {};
    m_isRefused = failure.cause == AuthFailure::Cause::Refused;
    Q_EMIT changed();
    Q_EMIT failed(failure.message);
    tellWaiting();
}

void SignIn::take(const BearerToken &token)
{
    m_token = token;
    m_isRefused = false;
    m_sendsThoughEnded = false;
    m_watch.watch(token.content);
    m_secrets.keep(m_stage, Secrets::Kind::Token, QString::fromLatin1(token.compact));
    Q_EMIT changed();
    Q_EMIT succeeded();
    tellWaiting();
}

void SignIn::handleNearness(Nearness nearness)
{
    Q_EMIT changed();
    if (!m_authApi.isUnderWay() && canRenew())
        renew();
    else
        Q_EMIT endsSoon(nearness);
}

/// It goes where it was accepted before, and nowhere else, whatever the options say by now.
QString SignIn::rememberedPassword(const SignInChoice &choice) const
{
    return RememberedPassword::fromSecret(m_secrets.of(m_stage, Secrets::Kind::Password), choice);
}

bool SignIn::canRenew() const
{
    const SignInChoice how = choice();
    const bool mayBeSent = !AuthUrl::isExposed(how.authUrl) || how.authUrl == m_exposedUrl;
    return remembersPassword() && mayBeSent && !m_isRefused && !how.authUrl.isEmpty();
}

void SignIn::renew()
{
    const SignInChoice how = choice();
    ask({how, {}, AuthUrl::isExposed(how.authUrl)});
}

/// A password is remembered so that the user need not be asked.
void SignIn::renewEnded()
{
    if (state() == State::Expired && !m_sendsThoughEnded && canRenew())
        renew();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "signin/AuthApi.h"
#include "signin/BearerToken.h"
#include "signin/TokenWatch.h"
#include "stages/StageOptions.h"

#include <QObject>
#include <functional>
#include <vector>

namespace Greenroom {

class SavedStages;
class Secrets;

/// What a user has filled in to sign in. Holds a password; never write it anywhere.
struct SignInForm
{
    SignInChoice choice = {};
    /// Empty for the one that is remembered.
    QString password = {};
    /// See AuthRequest.
    bool mayBeExposed = false;
};

/// Who one is at one stage: a guest, or somebody with a token. The token is for the next attempt to connect;
/// a connection that is there goes on whatever happens here, since a gateway looks at it once.
///
/// Token and password are in Secrets, all else in the stage's options, or here where the stage is not saved.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class State { Guest, SigningIn, SignedIn, Expired };
    Q_ENUM(State)

    /// Borrows the last three. Takes what Secrets know of `stage`, now or when they have been loaded.
    SignIn(QUrl stage, Clock &clock, SavedStages &savedStages, Secrets &secrets, QObject *parent = nullptr);

    const QUrl &stage() const { return m_stage; }
    State state() const;
    SignInChoice choice() const;
    /// Whom the token names, else the user ID that was typed: plain text from elsewhere, in one line.
    QString person() const;
    /// What the token says, unchecked; empty without one.
    QJsonObject claims() const;
    /// There is a token, maybe one that has ended.
    bool hasToken() const { return !m_token.isEmpty(); }
    /// There is a token that has not ended, also while another one is being fetched.
    bool hasValidToken() const;
    /// See TokenWatch; nothing without a token too.
    std::optional<std::chrono::seconds> remaining() const;
    TokenWatch::Nearness nearness() const;
    /// There is a password for the Auth API and the user ID of choice().
    bool remembersPassword() const;

    /// Asks the Auth API for a token; succeeded() or failed() follows, unless cancel() comes first. A former
    /// token stays until then.
    void signIn(const SignInForm &form);
    void cancel();
    /// Takes a token that the user has pasted; the error says what is wrong with it.
    Result<void> useToken(const QString &typed, SignInChoice::TokenPlace place);
    /// Forgets token and password, but not where to sign in as whom.
    void signOut();
    /// Forgets all that is known of the stage, as somebody who never was there.
    void forget();

    /// Calls `then` once it is known who one is: at once in most cases, else when Secrets are loaded or a
    /// token is fetched; at the latest with the time limits of both. Not if `context` has gone.
    void whenKnown(QObject *context, std::function<void()> then);
    /// The user wants a token to be sent although it has ended, until there is another one.
    void sendThoughEnded();
    /// Whether addTo() has anything to add.
    bool sendsToken() const;
    /// Adds the token, if there is one that may be sent, in place of any other.
    void addTo(ConnectRequest &request) const;

Q_SIGNALS:
    /// Something of what can be read here has changed; not the time that passes.
    void changed();
    /// There is a new token.
    void succeeded();
    /// Asking for a token came to nothing; a sentence for the user.
    void failed(const QString &sentence);
    /// The token's end is near and no new one comes by itself, or it is there.
    void endsSoon(Greenroom::TokenWatch::Nearness nearness);
    void signedOut();

private:
    void loadSecrets();
    void noteSecret();
    void setChoice(const SignInChoice &choice);
    void keepChoice();
    void ask(const SignInForm &form);
    void takeGrant(const AuthGrant &grant);
    void takeFailure(const AuthFailure &failure);
    void take(const BearerToken &token);
    void handleNearness(TokenWatch::Nearness nearness);
    QString rememberedPassword(const SignInChoice &choice) const;
    bool canRenew() const;
    void renew();
    void renewEnded();
    void forgetSecrets();
    bool isKnown() const;
    void tellWaiting();

    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> then;
    };

    QUrl m_stage;
    SavedStages &m_savedStages;
    Secrets &m_secrets;
    AuthApi m_authApi;
    TokenWatch m_watch;
    BearerToken m_token;
    /// What counts as long as the stage is not saved.
    SignInChoice m_choice;
    bool m_isSaved = false;
    SignInForm m_form;
    std::vector<Waiting> m_waiting;
    /// What the user has agreed to send a password to in the clear.
    QUrl m_exposedUrl;
    bool m_isLoaded = false;
    bool m_isRefused = false;
    bool m_sendsThoughEnded = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "signin/TokenWatch.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

namespace Greenroom {

class AskBar;
class ConversationPage;
class SignIn;
class SignInDialog;
struct Services;

/// Signing in, as one conversation meets it: before it connects, where it was not let in, and when the
/// sign-in ends.
class PageSignIn : public QObject
{
    Q_OBJECT

public:
    /// Borrows both; is the child of `page`.
    PageSignIn(ConversationPage &page, Services &services);

    /// Where it asks.
    AskBar &question();
    /// Connects once it is known who one is; asks first where the sign-in has ended.
    void connectTo(const QUrl &address);

public Q_SLOTS:
    /// Opens the window to sign in to the stage whose address stands in the field.
    void open();

private:
    enum class Question { None, SignInAgain, Refused, ConnectAnyway };

    void followStage();
    void connectKnown();
    void connectNow();
    Result<bool> checkAttempt(ChatSession::Attempt attempt);
    Result<bool> askBeforeRetry(const SignIn &signIn);
    void askHowToConnect(const SignIn &signIn);
    void ask(Question question, const QString &sentence, const QStringList &more);
    void handleAnswer(int answer);
    void handleConnectFailure();
    void handleEnding(TokenWatch::Nearness nearness);
    void handleFailure(const QString &sentence);
    void handleSuccess();
    void handleSignOut();
    void openFor(const QUrl &stage);

    ConversationPage &m_page;
    Services &m_services;
    AskBar *m_bar;
    SignIn *m_signIn = nullptr;
    QPointer<SignInDialog> m_dialog;
    Question m_question = Question::None;
    /// The session has last shown a token, so that it must not come back as a guest unasked.
    bool m_isSomebody = false;
    /// What was told of a renewal that failed while the session tries to come back: once is enough.
    QString m_toldFailure;
    /// To be connected to, secrets and all; empty where nothing is.
    QUrl m_wanted;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/PageSignIn.h"

#include "common/Redaction.h"
#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "stages/StageAddress.h"
#include "ui/AddressBar.h"
#include "ui/AskBar.h"
#include "ui/ConversationPage.h"
#include "ui/SignInDialog.h"

namespace Greenroom {

using Nearness = TokenWatch::Nearness;
using State = ChatSession::State;

namespace {

// https://www.iana.org/assignments/http-status-codes
constexpr int unauthorizedStatus = 401;
constexpr int forbiddenStatus = 403;
// The answers by their place. Of every question the first is to sign in; of the one that asks whether to
// connect anyway the second is to go on as a guest and the third to send the token though it has ended.
constexpr int signInAnswer = 0;
constexpr int thoughEndedAnswer = 2;

} // namespace

PageSignIn::PageSignIn(ConversationPage &page, Services &services)
    : QObject(&page), m_page(page), m_services(services), m_bar(new AskBar(&page))
{
    m_bar->setObjectName(QStringLiteral("signInBar"));
    ChatSession &session = page.conversation().session();
    connect(m_bar, &AskBar::answered, this, &PageSignIn::handleAnswer);
    connect(&page, &ConversationPage::stageChanged, this, &PageSignIn::followStage);
    connect(&session, &ChatSession::connectFailed, this, &PageSignIn::handleConnectFailure);
    connect(&session, &ChatSession::stateChanged, this, [this](State state) {
        if (state == State::Connecting)
            m_bar->withdraw();
    });
}

AskBar &PageSignIn::question()
{
    return *m_bar;
}

void PageSignIn::connectTo(const QUrl &address)
{
    m_wanted = address;
    m_services.signIns.of(address).whenKnown(this, [this] { connectKnown(); });
}

void PageSignIn::open()
{
    const Result<QUrl> address = StageAddress::parse(m_page.addressBar().text());
    if (!address) {
        m_page.addressBar().showProblem(address.error().message);
        m_page.addressBar().focusField();
        return;
    }
    if (Redaction::withoutSecrets(*address) != m_page.stage())
        m_page.prepare(*address);
    openFor(*address);
}

void PageSignIn::followStage()
{
    if (m_signIn != nullptr)
        m_signIn->disconnect(this);
    m_bar->withdraw();
    // Nobody waits any more for what was wanted elsewhere.
    if (Redaction::withoutSecrets(m_wanted) != m_page.stage())
        m_wanted.clear();
    m_signIn = m_page.stage().isEmpty() ? nullptr : &m_services.signIns.of(m_page.stage());
    if (m_signIn == nullptr)
        return;
    connect(m_signIn, &SignIn::endsSoon, this, &PageSignIn::handleEnding);
    connect(m_signIn, &SignIn::failed, this, &PageSignIn::handleFailure);
    connect(m_signIn, &SignIn::succeeded, this, &PageSignIn::handleSuccess);
    connect(m_signIn, &SignIn::signedOut, this, &PageSignIn::handleSignOut);
}

/// The user may have pressed twice while it was not known.
void PageSignIn::connectKnown()
{
    if (m_wanted.isEmpty())
        return;
    const SignIn &signIn = m_services.signIns.of(m_wanted);
    ConnectRequest request{m_wanted};
    signIn.addTo(request);
    if (signIn.state() != SignIn::State::Expired || request.address != m_wanted
        || !request.headers.isEmpty()) {
        connectNow();
        return;
    }
    // So that who one was there can be seen while it is asked.
    if (Redaction::withoutSecrets(m_wanted) != m_page.stage())
        m_page.prepare(QUrl(m_wanted));
    ask(Question::ConnectAnyway, tr("The sign-in has ended; sign in again, or connect as a guest."),
        {tr("As a &guest"), tr("With it &anyway")});
}

void PageSignIn::connectNow()
{
    m_bar->withdraw();
    m_page.conversation().session().connectTo(std::exchange(m_wanted, {}));
}

void PageSignIn::ask(Question question, const QString &sentence, const QStringList &more)
{
    m_question = question;
    m_bar->ask(sentence, QStringList{tr("Sign &in…")} + more);
}

void PageSignIn::handleAnswer(int answer)
{
    const Question question = std::exchange(m_question, Question::None);
    if (answer == signInAnswer) {
        openFor(question == Question::SignInAgain ? m_page.stage() : m_wanted);
    } else if (question == Question::ConnectAnyway) {
        if (answer == thoughEndedAnswer)
            m_services.signIns.of(m_wanted).sendThoughEnded();
        connectNow();
    } else {
        m_wanted.clear();
    }
}

void PageSignIn::handleConnectFailure()
{
    const ChatSession &session = m_page.conversation().session();
    const int status = session.failure() ? session.failure()->httpStatus : 0;
    if (status != unauthorizedStatus && status != forbiddenStatus)
        return;
    m_wanted = session.address();
    ask(Question::Refused, tr("The stage did not let you in (%1).", "%1 is an HTTP status").arg(status),
        {tr("&Not now")});
}

void PageSignIn::handleEnding(Nearness nearness)
{
    const bool isOver = nearness == Nearness::Over;
    ask(Question::SignInAgain,
        isOver ? tr("The sign-in has ended; sign in again. A connection that is there goes on.")
               : tr("The sign-in ends soon; sign in again. The connection goes on meanwhile."),
        {tr("&Not now")});
}

/// The window tells of what it has asked for; else a sign-in was renewed by itself, or tried to be.
void PageSignIn::handleFailure(const QString &sentence)
{
    if (m_dialog && m_dialog->isAsking())
        return;
    //: %1 is a whole sentence that gives the reason.
    ask(Question::SignInAgain, tr("The sign-in could not be renewed. %1").arg(sentence), {tr("&Not now")});
}

void PageSignIn::handleSuccess()
{
    m_question = Question::None;
    m_bar->withdraw();
}

void PageSignIn::handleSignOut()
{
    m_bar->withdraw();
    m_wanted.clear();
    m_page.conversation().session().disconnectFromStage();
    m_page.conversation().notice(tr("You have signed out."));
}

void PageSignIn::openFor(const QUrl &stage)
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new SignInDialog(m_services.signIns.of(stage), &m_page);
    // Where somebody wanted to connect and could not, that is what comes next.
    connect(m_dialog, &SignInDialog::accepted, this, &PageSignIn::connectKnown);
    connect(m_dialog, &SignInDialog::guestChosen, this, [this] {
        if (!m_wanted.isEmpty())
            connectNow();
    });
    connect(m_dialog, &SignInDialog::rejected, this, [this] { m_wanted.clear(); });
    m_dialog->open();
}

} // namespace Greenroom

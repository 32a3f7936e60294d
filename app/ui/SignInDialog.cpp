// SPDX-License-Identifier: MIT
#include "ui/SignInDialog.h"

#include "signin/AuthUrl.h"
#include "ui/AskBar.h"
#include "ui/HintLine.h"
#include "ui/SignInFields.h"
#include "ui/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

namespace Greenroom {

using TokenPlace = SignInChoice::TokenPlace;

SignInDialog::SignInDialog(SignIn &signIn, QWidget *parent)
    : QDialog(parent),
      m_signIn(signIn),
      m_ways(new QTabWidget(this)),
      m_fields(new SignInFields(signIn, this)),
      m_token(new QLineEdit(this)),
      m_place(new QComboBox(this)),
      m_question(new AskBar(this)),
      m_hint(new HintLine(this)),
      m_progress(new QProgressBar(this)),
      m_submit(new QPushButton(tr("&Sign in"), this)),
      m_guest(new QPushButton(tr("Continue as &guest"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    build();
    showProgress();
    connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_guest, &QPushButton::clicked, this, &SignInDialog::continueAsGuest);
    connect(m_cancel, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_question, &AskBar::answered, this, [this](int answer) {
        if (answer == 0)
            send(true);
    });
    connect(&signIn, &SignIn::changed, this, &SignInDialog::showProgress);
    connect(&signIn, &SignIn::failed, this, &SignInDialog::showFailure);
    connect(&signIn, &SignIn::succeeded, this, &SignInDialog::noteSuccess);
    m_fields->focusFirst();
}

void SignInDialog::reject()
{
    if (std::exchange(m_isAsking, false)) {
        m_signIn.cancel();
        m_fields->focusPassword();
    } else {
        QDialog::reject();
    }
}

void SignInDialog::build()
{
    setObjectName(QStringLiteral("signInDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign in"));
    auto *stage =
        new QLabel(tr("To %1", "%1 names the stage").arg(Words::stageTitle(m_signIn.stage())), this);
    stage->setObjectName(QStringLiteral("signInStage"));
    stage->setTextFormat(Qt::PlainText);
    stage->setWordWrap(true);
    m_ways->setObjectName(QStringLiteral("waysToSignIn"));
    m_ways->addTab(m_fields, tr("With a pass&word"));
    m_ways->addTab(buildTokenPage(), tr("With a &token"));
    connect(m_ways, &QTabWidget::currentChanged, m_hint, &HintLine::clear);
    m_hint->setObjectName(QStringLiteral("signInHint"));
    m_question->setObjectName(QStringLiteral("exposedQuestion"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(stage);
    layout->addWidget(m_ways, 1);
    layout->addLayout(buildPlace());
    layout->addWidget(m_hint);
    layout->addWidget(m_question);
    layout->addWidget(m_progress);
    layout->addLayout(buildButtons());
    constexpr int usualWidth = 480;
    resize(usualWidth, sizeHint().height());
}

QWidget *SignInDialog::buildTokenPage()
{
    auto *page = new QWidget(this);
    auto *label = new QLabel(tr("T&oken, with or without “Bearer” before it"), page);
    label->setBuddy(m_token);
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setAccessibleName(tr("Token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMinimumHeight(32);
    auto *explanation = new QLabel(tr("Paste a JSON Web Token that you were given. It goes to this stage and "
                                      "nowhere else."),
                                   page);
    explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_token);
    layout->addSpacing(4);
    layout->addWidget(explanation);
    layout->addStretch();
    return page;
}

QLayout *SignInDialog::buildPlace()
{
    auto *label = new QLabel(tr("Send the token &in"), this);
    label->setBuddy(m_place);
    m_place->setObjectName(QStringLiteral("tokenPlace"));
    m_place->setAccessibleName(tr("Where the token is sent"));
    m_place->addItem(tr("the address, as ?Authorization="), static_cast<int>(TokenPlace::QueryItem));
    m_place->addItem(tr("the header Authorization:"), static_cast<int>(TokenPlace::Header));
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(m_signIn.choice().tokenPlace)));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_place, 1);
    return row;
}

QLayout *SignInDialog::buildButtons()
{
    m_progress->setObjectName(QStringLiteral("signInProgress"));
    m_progress->setAccessibleName(tr("Signing in…"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_submit->setObjectName(QStringLiteral("submitSignIn"));
    m_submit->setDefault(true);
    m_guest->setObjectName(QStringLiteral("continueAsGuest"));
    m_guest->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("cancelSignIn"));
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_guest);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    return row;
}

void SignInDialog::submit()
{
    m_hint->clear();
    m_question->withdraw();
    if (m_ways->currentWidget() == m_fields)
        submitPassword();
    else
        submitToken();
}

void SignInDialog::submitToken()
{
    m_isAsking = true;
    const Result<void> taken = m_signIn.useToken(m_token->text(), place());
    m_isAsking = false;
    if (taken)
        return;
    m_hint->showError(taken.error().message);
    m_token->setFocus();
    m_token->selectAll();
}

void SignInDialog::submitPassword()
{
    const Result<SignInForm> form = m_fields->form();
    if (!form) {
        m_hint->showError(form.error().message);
        return;
    }
    m_form = *form;
    m_form.choice.tokenPlace = place();
    if (!AuthUrl::isExposed(m_form.choice.authUrl)) {
        send(false);
        return;
    }
    m_question->ask(tr("The way to %1 is not encrypted: others on the network can read your password. Use "
                       "https:// if the server offers it.")
                        .arg(m_form.choice.authUrl.host()),
                    {tr("S&end it anyway")});
}

void SignInDialog::send(bool mayBeExposed)
{
    m_isAsking = true;
    m_form.mayBeExposed = mayBeExposed;
    m_signIn.signIn(std::exchange(m_form, {}));
}

void SignInDialog::continueAsGuest()
{
    Q_EMIT guestChosen();
    QDialog::reject();
}

void SignInDialog::showProgress()
{
    // Who is typing here need not wait for a renewal.
    const bool isBusy = m_isAsking && m_signIn.state() == SignIn::State::SigningIn;
    m_ways->setEnabled(!isBusy);
    m_place->setEnabled(!isBusy);
    m_submit->setEnabled(!isBusy);
    m_guest->setVisible(!m_signIn.hasValidToken());
    m_guest->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
}

void SignInDialog::showFailure(const QString &sentence)
{
    // A renewal in the background is not what was asked for here.
    if (!std::exchange(m_isAsking, false))
        return;
    showProgress();
    m_hint->showError(sentence);
    m_fields->focusPassword();
}

void SignInDialog::noteSuccess()
{
    if (std::exchange(m_isAsking, false))
        accept();
}

TokenPlace SignInDialog::place() const
{
    return static_cast<TokenPlace>(m_place->currentData().toInt());
}

} // namespace Greenroom

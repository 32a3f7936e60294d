// SPDX-License-Identifier: MIT
#pragma once

#include "signin/SignIn.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace Greenroom {

class AskBar;
class HintLine;
class SignInFields;

/// Where one signs in to a stage, with a password or with a token that one has. Accepted when there is a new
/// token that was asked for here.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    /// Borrows `signIn`. Deletes itself when it is closed.
    explicit SignInDialog(SignIn &signIn, QWidget *parent = nullptr);

    /// Whether what the SignIn tells next is the answer to what was asked here, and shown here.
    bool isAsking() const { return m_isAsking; }

public Q_SLOTS:
    /// Cancels what is under way; else closes.
    void reject() override;

Q_SIGNALS:
    /// The user does without signing in; the window closes.
    void guestChosen();

private:
    void build();
    QWidget *buildTokenPage();
    QLayout *buildPlace();
    QLayout *buildButtons();
    void submit();
    void submitToken();
    void submitPassword();
    void send(bool mayBeExposed);
    void continueAsGuest();
    void showProgress();
    void showFailure(const QString &sentence);
    void noteSuccess();
    SignInChoice::TokenPlace place() const;

    SignIn &m_signIn;
    QTabWidget *m_ways;
    SignInFields *m_fields;
    QLineEdit *m_token;
    QComboBox *m_place;
    AskBar *m_question;
    HintLine *m_hint;
    QProgressBar *m_progress;
    QPushButton *m_submit;
    QPushButton *m_guest;
    QPushButton *m_cancel;
    SignInForm m_form;
    /// This window has asked, and not another, nor a renewal in the background.
    bool m_isAsking = false;
};

} // namespace Greenroom

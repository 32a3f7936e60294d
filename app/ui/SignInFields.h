// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "signin/SignIn.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
QT_END_NAMESPACE

namespace Greenroom {

/// Where one fills in what an Auth API wants to know.
class SignInFields : public QWidget
{
    Q_OBJECT

public:
    /// Begins with what `signIn` knows, without the password.
    explicit SignInFields(const SignIn &signIn, QWidget *parent = nullptr);

    /// What was filled in, the token's place as it was; else a sentence on what is missing or wrong, and the
    /// keyboard goes there.
    Result<SignInForm> form();
    /// Takes the keyboard to the first field that is empty.
    void focusFirst();
    /// For another password to be typed.
    void focusPassword();

private:
    QLineEdit *addField(const QString &name, const QString &objectName, const QString &text = {});

    bool m_hasPassword;
    SignInChoice m_former;
    QLineEdit *m_url;
    QLineEdit *m_userId;
    QLineEdit *m_password;
    QCheckBox *m_remember;
};

} // namespace Greenroom

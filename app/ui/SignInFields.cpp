// SPDX-License-Identifier: MIT
#include "ui/SignInFields.h"

#include "signin/AuthUrl.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr int fieldHeight = 32;

bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
}

tl::unexpected<Error> mistakeIn(QLineEdit &field, const QString &sentence)
{
    field.setFocus();
    field.selectAll();
    return failure(sentence);
}

} // namespace

SignInFields::SignInFields(const SignIn &signIn, QWidget *parent)
    : QWidget(parent), m_hasPassword(signIn.remembersPassword()), m_former(signIn.choice())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    m_url = addField(tr("&Auth API URL"), QStringLiteral("authUrl"), m_former.authUrl.toString());
    m_url->setPlaceholderText(tr("https://example.com/dev/auth"));
    m_userId = addField(tr("&User ID"), QStringLiteral("userId"), m_former.userId);
    m_password = addField(tr("&Password"), QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    if (m_hasPassword)
        m_password->setPlaceholderText(tr("the one that is remembered"));
    m_remember = new QCheckBox(tr("&Remember the password, and renew the sign-in by itself"), this);
    m_remember->setObjectName(QStringLiteral("rememberPassword"));
    m_remember->setChecked(m_former.remembersPassword);
    layout->addSpacing(4);
    layout->addWidget(m_remember);
    layout->addStretch();
}

Result<SignInForm> SignInFields::form()
{
    const Result<QUrl> url = AuthUrl::parse(m_url->text());
    if (!url)
        return mistakeIn(*m_url, url.error().message);
    const QString userId = m_userId->text().trimmed();
    if (userId.isEmpty())
        return mistakeIn(*m_userId, tr("The user ID is empty; type yours."));
    if (std::any_of(userId.begin(), userId.end(), isInvisible))
        return mistakeIn(*m_userId,
                         tr("The user ID holds invisible characters, maybe from copying; type it by "
                            "hand."));
    // A password that is remembered goes where it was meant for, and nowhere else.
    const bool isForSame = *url == m_former.authUrl && userId == m_former.userId;
    if (m_password->text().isEmpty() && !(m_hasPassword && isForSame))
        return mistakeIn(*m_password, tr("The password is empty; type yours."));
    return SignInForm{{*url, userId, m_former.tokenPlace, m_remember->isChecked()}, m_password->text()};
}

void SignInFields::focusFirst()
{
    for (QLineEdit *field : {m_url, m_userId, m_password}) {
        if (field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
    m_password->setFocus();
}

void SignInFields::focusPassword()
{
    m_password->setFocus();
    m_password->selectAll();
}

QLineEdit *SignInFields::addField(const QString &name, const QString &objectName, const QString &text)
{
    auto *label = new QLabel(name, this);
    auto *field = new QLineEdit(text, this);
    field->setObjectName(objectName);
    field->setAccessibleName(QString(name).remove(u'&'));
    field->setMinimumHeight(fieldHeight);
    field->setTextMargins(4, 0, 4, 0);
    field->setCursorPosition(0);
    label->setBuddy(field);
    label->setContentsMargins(0, layout()->isEmpty() ? 0 : 4, 0, 0);
    layout()->addWidget(label);
    layout()->addWidget(field);
    return field;
}

} // namespace Greenroom

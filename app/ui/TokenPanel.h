// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Greenroom {

class ConversationPage;
class HintLine;
class SignIn;
struct Services;

/// Who one is at the stage of a conversation, and for how long.
class TokenPanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    TokenPanel(ConversationPage &page, Services &services, QWidget *parent = nullptr);

private:
    void build();
    QPushButton *makeButton(const QString &text, const char *name);
    void followStage();
    void refresh();
    void scheduleRefresh();
    void showPerson();
    void showValidity();
    void showButtons();
    void showClaims();
    void signOut();

    ConversationPage &m_page;
    Services &m_services;
    SignIn *m_signIn = nullptr;
    std::unique_ptr<Alarm> m_refresh;
    QLabel *m_person = nullptr;
    QLabel *m_validity = nullptr;
    HintLine *m_hint = nullptr;
    QPushButton *m_signInButton = nullptr;
    QPushButton *m_claims = nullptr;
    QPushButton *m_signOut = nullptr;
};

} // namespace Greenroom

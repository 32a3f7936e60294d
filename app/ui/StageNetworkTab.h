// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// The way to a stage: through which proxy, if any.
class StageNetworkTab : public QWidget
{
    Q_OBJECT

public:
    explicit StageNetworkTab(QWidget *parent = nullptr);

    void show(const ProxyChoice &choice);
    /// Before it is called nobody may type one, and take() leaves it alone.
    void showLogin(const ProxyLogin &login);
    /// Writes what is set here into `choice` and `login`; if something is wrong, says so and returns false.
    bool take(ProxyChoice &choice, ProxyLogin &login);

private:
    void build();
    void buildFields(QBoxLayout &layout);
    void updateFields();
    bool takeLogin(ProxyLogin &login);

    QRadioButton *m_system;
    QRadioButton *m_none;
    QRadioButton *m_manual;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    HintLine *m_hint;
    bool m_knowsLogin = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;
class StateLabel;

/// Where the address of a stage is typed, the session's state is read, and Connect and Disconnect are
/// pressed. Below the field it says what is wrong with an address, or that it is not encrypted, and why there
/// is no connection.
class AddressBar : public QWidget
{
    Q_OBJECT

public:
    explicit AddressBar(QWidget *parent = nullptr);

    /// The text of the field, as it was typed.
    QString text() const;
    void setText(const QString &address);
    /// Shows its state, why that is, and when the next attempt comes.
    void showSession(const ChatSession &session);
    void focusField();
    /// Says `sentence` under the field, as what has gone wrong.
    void showProblem(const QString &sentence);
    /// Says `sentence` under the field, quietly and beside all else that is said there; nothing if empty.
    void showNote(const QString &sentence);

public Q_SLOTS:
    /// Presses the button: connects or disconnects, whichever it offers.
    void trigger();

Q_SIGNALS:
    /// The user wants to connect to this address, which is a valid one.
    void connectRequested(const QUrl &address);
    void disconnectRequested();
    /// The user does not want to wait for the next attempt.
    void retryRequested();
    /// The field has another text, typed or set.
    void textChanged();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showState(ChatSession::State state, std::optional<std::chrono::seconds> retryIn);
    void showReason(const QString &reason);
    void requestConnect();
    void noteEdited();
    void showExposure();
    void updateButton();
    void applyIcons();

    StateLabel *m_stateLabel;
    QLineEdit *m_field;
    QPushButton *m_button;
    QToolButton *m_settings;
    QPushButton *m_now;
    HintLine *m_reason;
    HintLine *m_hint;
    HintLine *m_note;
    ChatSession::State m_state = ChatSession::State::Disconnected;
    /// What is under way may still be given up for another address.
    bool m_isRetrying = false;
};

} // namespace Greenroom

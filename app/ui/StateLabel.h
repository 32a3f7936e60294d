// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Greenroom {

/// A session's state in words, with a sign and a colour of its own.
class StateLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StateLabel(QWidget *parent = nullptr);

    /// `retryIn` is when the next attempt comes, where one does.
    void showState(ChatSession::State state, std::optional<std::chrono::seconds> retryIn = std::nullopt);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();

    QLabel *m_sign;
    QLabel *m_words;
    ChatSession::State m_state = ChatSession::State::Disconnected;
};

} // namespace Greenroom

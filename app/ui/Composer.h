// SPDX-License-Identifier: MIT
#pragma once

#include "compose/LengthCounter.h"
#include "compose/SendKey.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;
class MessageField;

/// Where a line is written. A key of the user's choice or the button sends it; it grows with its lines to a
/// third of the window. What cannot be sent stays.
class Composer : public QWidget
{
    Q_OBJECT

public:
    /// Borrows `sendKey`.
    explicit Composer(const SendKey &sendKey, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    /// The line was sent: makes room for the next.
    void clear();
    /// The line could not be sent: leaves it and says why, until it is edited.
    void explain(const QString &sentence);
    /// Says that what is written goes to this person alone; to everybody if `name` is empty.
    void showRecipient(const QString &name);
    void focusField();

Q_SIGNALS:
    void textChanged();
    /// The user wants to send this text, which is more than blanks and not too long.
    void sendRequested(const QString &text);
    /// The user wants the last line back; the field is empty.
    void recallRequested();
    /// The user wants to write to everybody again.
    void recipientCleared();

protected:
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildField();
    void noteText();
    void pressButton();
    void requestSend();
    void fitHeight();
    void updateCounter();
    void updateButton();
    void showKeys();

    const SendKey &m_sendKey;
    MessageField *m_field;
    QToolButton *m_button;
    QToolButton *m_recipient;
    QLabel *m_counter;
    HintLine *m_hint;
    LengthCounter::Count m_count;
};

} // namespace Greenroom

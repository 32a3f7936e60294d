// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// Where a line is written. Enter or the button sends it, Shift+Enter breaks it. What cannot be sent stays.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    QString text() const;
    /// The line was sent: makes room for the next.
    void clear();
    /// The line could not be sent: leaves it and says why, until it is edited.
    void explain(const QString &sentence);
    void focusField();

    void setText(const QString &text);

Q_SIGNALS:
    void textChanged();
    /// The user wants to send this text, which is more than blanks.
    void sendRequested(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void requestSend();
    void fitHeight();
    void updateButton();

    QPlainTextEdit *m_field;
    QToolButton *m_button;
    HintLine *m_hint;
};

} // namespace Greenroom

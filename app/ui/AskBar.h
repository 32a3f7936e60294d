// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// A question in the window, with a button for each answer; it waits without stopping anything else and takes
/// no room while there is nothing to ask.
class AskBar : public QWidget
{
    Q_OBJECT

public:
    explicit AskBar(QWidget *parent = nullptr);

    /// Asks, in place of a question that was not answered yet. The buttons' names are `answer0`, `answer1` …
    void ask(const QString &question, const QStringList &answers);
    /// Nobody needs to know any more.
    void withdraw();

Q_SIGNALS:
    /// Counted from 0.
    void answered(int answer);

private:
    HintLine *m_question;
    QHBoxLayout *m_buttons;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Greenroom {

/// What stands in a conversation's place before there is one: what to do first.
class WelcomePane : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePane(QWidget *parent = nullptr);

Q_SIGNALS:
    void localStageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace Greenroom

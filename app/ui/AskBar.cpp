// SPDX-License-Identifier: MIT
#include "ui/AskBar.h"

#include "ui/HintLine.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Greenroom {

AskBar::AskBar(QWidget *parent) : QWidget(parent), m_question(new HintLine(this)), m_buttons(new QHBoxLayout)
{
    m_question->setObjectName(QStringLiteral("question"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(m_question);
    layout->addLayout(m_buttons);
    m_buttons->addStretch();
    hide();
}

void AskBar::ask(const QString &question, const QStringList &answers)
{
    withdraw();
    m_question->showWarning(question);
    for (int answer = 0; answer < answers.size(); ++answer) {
        auto *button = new QPushButton(answers.at(answer), this);
        button->setObjectName(QStringLiteral("answer%1").arg(answer));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, answer] {
            withdraw();
            Q_EMIT answered(answer);
        });
        m_buttons->addWidget(button);
    }
    show();
}

void AskBar::withdraw()
{
    const auto buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        button->setObjectName(QString());
        button->hide();
        button->deleteLater();
    }
    m_question->clear();
    hide();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/HighlightDialog.h"

#include "transcript/HighlightWords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Greenroom {

HighlightDialog::HighlightDialog(HighlightWords &words, QWidget *parent)
    : QDialog(parent), m_words(words), m_field(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("highlightDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Highlight words"));
    auto *explanation =
        new QLabel(tr("Messages with one of these words are marked and notified as urgent. One a "
                      "line, whole words, capitals make no difference: your name, for example."),
                   this);
    explanation->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("highlightWords"));
    m_field->setAccessibleName(tr("Highlight words, one a line"));
    m_field->setTabChangesFocus(true);
    m_field->setPlainText(words.words().join(QLatin1Char('\n')));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &HighlightDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &HighlightDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_field, 1);
    layout->addWidget(buttons);
}

void HighlightDialog::accept()
{
    m_words.setWords(m_field->toPlainText().split(QLatin1Char('\n')));
    QDialog::accept();
}

} // namespace Greenroom

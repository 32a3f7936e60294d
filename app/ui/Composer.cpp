// SPDX-License-Identifier: MIT
#include "ui/Composer.h"

#include "ui/FieldFrame.h"
#include "ui/HintLine.h"
#include "ui/Icons.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>

namespace Greenroom {

namespace {

constexpr int mostLines = 6;
constexpr double textMargin = 7;
constexpr QSize buttonIconSize{20, 20};
constexpr QSize buttonSize{32, 32};

bool sends(const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isEnter && !event.modifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent),
      m_field(new QPlainTextEdit(this)),
      m_button(new QToolButton(this)),
      m_hint(new HintLine(this))
{
    build();
    fitHeight();
    updateButton();
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::fitHeight);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::updateButton);
    connect(m_field, &QPlainTextEdit::textChanged, m_hint, &HintLine::clear);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_button, &QToolButton::clicked, this, &Composer::requestSend);
}

QString Composer::text() const
{
    return m_field->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
}

void Composer::clear()
{
    m_field->clear();
}

void Composer::explain(const QString &sentence)
{
    m_hint->showWarning(sentence);
}

void Composer::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && sends(*static_cast<QKeyEvent *>(event))) {
        requestSend();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::Resize)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateButton();
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void Composer::build()
{
    m_field->setObjectName(QStringLiteral("composer"));
    m_field->setAccessibleName(tr("Message"));
    m_field->setPlaceholderText(tr("Write a message"));
    m_field->setTabChangesFocus(true);
    m_field->setFrameShape(QFrame::NoFrame);
    m_field->viewport()->setAutoFillBackground(false);
    m_field->document()->setDocumentMargin(textMargin);
    m_field->installEventFilter(this);
    m_button->setObjectName(QStringLiteral("send"));
    m_button->setAccessibleName(tr("Send"));
    m_button->setToolTip(tr("Send (Enter)"));
    m_button->setIconSize(buttonIconSize);
    m_button->setAutoRaise(true);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_hint, 0, 0, 1, 2);
    layout->addWidget(new FieldFrame(*m_field, this), 1, 0);
    layout->addWidget(m_button, 1, 1, Qt::AlignBottom);
    m_button->setFixedSize(buttonSize);
}

void Composer::requestSend()
{
    if (!text().trimmed().isEmpty())
        Q_EMIT sendRequested(text());
}

void Composer::fitHeight()
{
    // The document of a QPlainTextEdit gives its height in lines, wrapped ones counted.
    const int lines = qRound(m_field->document()->size().height());
    const int shown = std::clamp(lines, 1, mostLines);
    const int frame = 2 * m_field->frameWidth() + qCeil(2 * m_field->document()->documentMargin());
    m_field->setFixedHeight(shown * m_field->fontMetrics().lineSpacing() + frame);
    m_field->setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void Composer::updateButton()
{
    const bool ready = !text().trimmed().isEmpty();
    m_button->setEnabled(ready);
    m_button->setIcon(Icons::symbolic(QStringLiteral("send"),
                                      palette().color(ready ? QPalette::Highlight : QPalette::WindowText)));
}

} // namespace Greenroom

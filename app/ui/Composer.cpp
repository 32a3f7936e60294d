// SPDX-License-Identifier: MIT
#include "ui/Composer.h"

#include "ui/CodePopup.h"
#include "ui/Colours.h"
#include "ui/FieldFrame.h"
#include "ui/HintLine.h"
#include "ui/Icons.h"
#include "ui/MessageField.h"

#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QInputMethod>
#include <QLabel>
#include <QToolButton>

namespace Greenroom {

namespace {

/// The share of the window that the field may take.
constexpr int heightShare = 3;
constexpr double textMargin = 7;
constexpr QSize buttonIconSize{20, 20};
constexpr QSize buttonSize{32, 32};

} // namespace

Composer::Composer(const SendKey &sendKey, QWidget *parent)
    : QWidget(parent),
      m_sendKey(sendKey),
      m_field(new MessageField(sendKey, this)),
      m_button(new QToolButton(this)),
      m_recipient(new QToolButton(this)),
      m_counter(new QLabel(this)),
      m_hint(new HintLine(this))
{
    build();
    noteText();
    showKeys();
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::noteText);
    connect(m_field, &QPlainTextEdit::textChanged, m_hint, &HintLine::clear);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_field, &MessageField::sendRequested, this, &Composer::requestSend);
    connect(m_field, &MessageField::recallRequested, this, &Composer::recallRequested);
    connect(m_field, &MessageField::refused, this, &Composer::explain);
    connect(m_button, &QToolButton::clicked, this, &Composer::pressButton);
    connect(m_recipient, &QToolButton::clicked, this, &Composer::recipientCleared);
    connect(&sendKey, &SendKey::changed, this, &Composer::showKeys);
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

void Composer::showRecipient(const QString &name)
{
    m_recipient->setText(tr("To %1 only", "%1 is a name").arg(name));
    m_recipient->setVisible(!name.isEmpty());
}

void Composer::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateButton();
        updateCounter();
    }
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

/// It stands at the lower end of the window, so it moves when the window's height changes.
void Composer::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    fitHeight();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::Resize)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void Composer::build()
{
    buildField();
    m_button->setObjectName(QStringLiteral("send"));
    m_button->setAccessibleName(tr("Send"));
    m_button->setIconSize(buttonIconSize);
    m_button->setAutoRaise(true);
    m_recipient->setObjectName(QStringLiteral("recipient"));
    m_recipient->setToolTip(tr("Write to everybody again"));
    m_recipient->setAutoRaise(true);
    m_recipient->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recipient->hide();
    m_counter->setObjectName(QStringLiteral("counter"));
    m_counter->setWordWrap(true);
    m_counter->setTextFormat(Qt::PlainText);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_hint, 0, 0, 1, 2);
    layout->addWidget(m_recipient, 1, 0, 1, 2, Qt::AlignLeading);
    layout->addWidget(new FieldFrame(*m_field, this), 2, 0);
    layout->addWidget(m_button, 2, 1, Qt::AlignBottom);
    layout->addWidget(m_counter, 3, 0, 1, 2);
    m_button->setFixedSize(buttonSize);
}

void Composer::buildField()
{
    m_field->setObjectName(QStringLiteral("composer"));
    m_field->setAccessibleName(tr("Message"));
    m_field->setPlaceholderText(tr("Write a message"));
    m_field->setTabChangesFocus(true);
    m_field->setFrameShape(QFrame::NoFrame);
    m_field->viewport()->setAutoFillBackground(false);
    m_field->document()->setDocumentMargin(textMargin);
    m_field->installEventFilter(this);
    // Watches the field's keys before the field has them.
    new CodePopup(*m_field);
}

void Composer::noteText()
{
    m_count = LengthCounter::count({Outgoing::Form::Chat, text(), {}, {}});
    fitHeight();
    updateCounter();
    updateButton();
}

void Composer::pressButton()
{
    // What an input method holds belongs to the text.
    QGuiApplication::inputMethod()->commit();
    requestSend();
}

void Composer::requestSend()
{
    if (m_field->isComposing() || text().trimmed().isEmpty())
        return;
    if (m_count.level == LengthCounter::Level::Over)
        explain(LengthCounter::words(m_count));
    else
        Q_EMIT sendRequested(text());
}

void Composer::fitHeight()
{
    // The document of a QPlainTextEdit gives its height in lines, wrapped ones counted.
    const int lines = qRound(m_field->document()->size().height());
    const int frame = 2 * m_field->frameWidth() + qCeil(2 * m_field->document()->documentMargin());
    const int lineHeight = m_field->fontMetrics().lineSpacing();
    const int most = std::max(1, (window()->height() / heightShare - frame) / lineHeight);
    m_field->setFixedHeight(std::clamp(lines, 1, most) * lineHeight + frame);
    m_field->setVerticalScrollBarPolicy(lines > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void Composer::updateCounter()
{
    const QColor ground = palette().color(QPalette::Window);
    const bool isOver = m_count.level == LengthCounter::Level::Over;
    Colours::setInk(*m_counter, isOver ? Colours::error(ground) : Colours::secondaryText(palette(), ground));
    m_counter->setText(LengthCounter::words(m_count));
    m_counter->setVisible(m_count.level != LengthCounter::Level::Quiet);
}

void Composer::updateButton()
{
    const bool ready = !text().trimmed().isEmpty() && m_count.level != LengthCounter::Level::Over;
    m_button->setEnabled(ready);
    m_button->setIcon(Icons::symbolic(QStringLiteral("send"),
                                      palette().color(ready ? QPalette::Highlight : QPalette::WindowText)));
    m_recipient->setIcon(Icons::symbolic(QStringLiteral("cancel"), palette().color(QPalette::WindowText)));
}

void Composer::showKeys()
{
    const bool enterSends = m_sendKey.way() == SendKey::Way::EnterSends;
    m_button->setToolTip(enterSends ? tr("Send (Enter)") : tr("Send (Shift+Enter)"));
}

} // namespace Greenroom

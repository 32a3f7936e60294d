// SPDX-License-Identifier: MIT
#include "ui/StateLabel.h"

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Greenroom {

namespace {

constexpr QSize signSize{16, 16};

} // namespace

StateLabel::StateLabel(QWidget *parent) : QWidget(parent), m_sign(new QLabel(this)), m_words(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("state"));
    m_words->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_sign);
    layout->addWidget(m_words, 1);
    showState(m_state);
}

void StateLabel::showState(ChatSession::State state, std::optional<std::chrono::seconds> retryIn)
{
    m_state = state;
    m_words->setText(Words::state(state, retryIn));
    m_words->setAccessibleName(tr("State: %1").arg(Words::state(state, retryIn)));
    applyColour();
}

void StateLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColour();
}

void StateLabel::applyColour()
{
    const QColor colour = Colours::state(m_state, palette().color(QPalette::Window));
    Colours::setInk(*m_words, colour);
    m_sign->setPixmap(
        Icons::symbolic(Words::stateIcon(m_state), colour).pixmap(signSize, devicePixelRatioF()));
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/CaptionedValue.h"

#include "ui/Colours.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr double captionScale = 0.88;

} // namespace

CaptionedValue::CaptionedValue(const QString &caption, QWidget *parent)
    : QWidget(parent), m_caption(new QLabel(caption, this)), m_value(new QLabel(this))
{
    m_caption->setBuddy(m_value);
    m_value->setTextFormat(Qt::PlainText);
    m_value->setWordWrap(true);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_value->setAccessibleName(caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_caption);
    layout->addWidget(m_value);
    applyLook();
}

QLabel &CaptionedValue::value()
{
    return *m_value;
}

void CaptionedValue::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void CaptionedValue::applyLook()
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * captionScale);
    m_caption->setFont(small);
    Colours::setInk(*m_caption, Colours::secondaryText(palette(), palette().color(QPalette::Window)));
}

} // namespace Greenroom

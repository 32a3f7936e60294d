// SPDX-License-Identifier: MIT
#include "ui/FieldFrame.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr int frameWidth = 2;

} // namespace

FieldFrame::FieldFrame(QWidget &field, QWidget *parent) : QWidget(parent), m_field(field)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(frameWidth, frameWidth, frameWidth, frameWidth);
    layout->addWidget(&field);
    field.installEventFilter(this);
    setFocusProxy(&field);
}

bool FieldFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void FieldFrame::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QStyleOptionFrame option;
    option.initFrom(this);
    option.lineWidth = 1;
    option.state |= QStyle::State_Sunken;
    option.state.setFlag(QStyle::State_HasFocus, m_field.hasFocus());
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
}

} // namespace Greenroom

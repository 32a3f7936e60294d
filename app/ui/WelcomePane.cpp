// SPDX-License-Identifier: MIT
#include "ui/WelcomePane.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr QSize pictureSize{72, 72};
constexpr int textShare = 3;
constexpr double titleScale = 1.4;

} // namespace

WelcomePane::WelcomePane(QWidget *parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_title(new QLabel(tr("Ready when you are"), this)),
      m_text(
          new QLabel(tr("Type the address of a stage above and press Connect. With no backend at hand, start "
                        "the local stage: the whole backend, on this machine."),
                     this))
{
    auto *button = new QPushButton(tr("Start local stage"), this);
    button->setObjectName(QStringLiteral("welcomeLocalStage"));
    connect(button, &QPushButton::clicked, this, &WelcomePane::localStageRequested);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * titleScale);
    m_title->setFont(large);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    // Without an alignment, the only way to get the height that wrapped text needs.
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_text, textShare);
    textRow->addStretch(1);
    layout->addLayout(textRow);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    applyColours();
}

void WelcomePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void WelcomePane::applyColours()
{
    m_picture->setPixmap(Icons::application().pixmap(pictureSize, devicePixelRatioF()));
    const QPalette own = palette();
    QPalette dimmed = m_text->palette();
    dimmed.setColor(m_text->foregroundRole(), Colours::secondaryText(own, own.color(QPalette::Base)));
    m_text->setPalette(dimmed);
}

} // namespace Greenroom

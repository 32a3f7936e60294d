// SPDX-License-Identifier: MIT
#include "ui/HintLine.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Greenroom {

namespace {

constexpr QSize iconSize{16, 16};

} // namespace

HintLine::HintLine(QWidget *parent) : QWidget(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    // A long word must not push the columns beside it away.
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 1);
    hide();
}

QString HintLine::text() const
{
    return m_sentence->text();
}

void HintLine::showError(const QString &sentence)
{
    showSentence(Weight::Error, sentence);
}

void HintLine::showWarning(const QString &sentence)
{
    showSentence(Weight::Warning, sentence);
}

void HintLine::showNote(const QString &sentence)
{
    showSentence(Weight::Note, sentence);
}

void HintLine::clear()
{
    m_sentence->clear();
    hide();
}

void HintLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Applied to the children only, or the change of palette would call for itself.
    if (event->type() == QEvent::PaletteChange)
        applyColour();
}

void HintLine::showSentence(Weight weight, const QString &sentence)
{
    m_weight = weight;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    applyColour();
    show();
    if (weight == Weight::Note)
        return;
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void HintLine::applyColour()
{
    const QColor background = palette().color(QPalette::Window);
    m_icon->setVisible(m_weight != Weight::Note);
    if (m_weight == Weight::Note) {
        Colours::setInk(*m_sentence, Colours::secondaryText(palette(), background));
        return;
    }
    const QColor colour =
        m_weight == Weight::Error ? Colours::error(background) : Colours::warning(background);
    Colours::setInk(*m_sentence, colour);
    m_icon->setPixmap(
        Icons::symbolic(QStringLiteral("warning"), colour).pixmap(iconSize, devicePixelRatioF()));
}

} // namespace Greenroom

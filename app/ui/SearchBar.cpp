// SPDX-License-Identifier: MIT
#include "ui/SearchBar.h"

#include "transcript/TranscriptSearch.h"
#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace Greenroom {

namespace {

constexpr QSize buttonSize{32, 32};
constexpr QSize iconSize{16, 16};
constexpr double ruleTint = 0.15;

} // namespace

SearchBar::SearchBar(TranscriptSearch &search, QWidget *parent)
    : QWidget(parent), m_search(search), m_field(new QLineEdit(this)), m_count(new QLabel(this))
{
    build();
    connect(m_field, &QLineEdit::textChanged, &search, &TranscriptSearch::setWanted);
    connect(&search, &TranscriptSearch::hitsChanged, this, &SearchBar::showCount);
    connect(&search, &TranscriptSearch::currentChanged, this, &SearchBar::showCount);
    showCount();
    hide();
}

QString SearchBar::text() const
{
    return m_field->text();
}

void SearchBar::open()
{
    show();
    m_search.setWanted(text());
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void SearchBar::close()
{
    if (!isVisibleTo(parentWidget()))
        return;
    hide();
    Q_EMIT closed();
    m_search.setWanted({});
}

void SearchBar::goToNext()
{
    if (isVisible())
        m_search.goToNext();
    else
        open();
}

void SearchBar::goToPrevious()
{
    if (isVisible())
        m_search.goToPrevious();
    else
        open();
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        close();
    else if (isEnter && key->modifiers().testFlag(Qt::ShiftModifier))
        goToPrevious();
    else if (isEnter)
        goToNext();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_close) {
        tintIcons();
        showCount();
    }
}

void SearchBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(
        Colours::blend(palette().color(QPalette::Window), palette().color(QPalette::WindowText), ruleTint));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void SearchBar::build()
{
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(buttonSize.height());
    m_field->setTextMargins(4, 0, 4, 0);
    m_field->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("searchCount"));
    m_count->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    layout->addWidget(m_field, 1);
    layout->addSpacing(4);
    layout->addWidget(m_count);
    layout->addSpacing(4);
    m_next = addButton("searchNext", tr("Next, above (Enter)"), &SearchBar::goToNext);
    m_previous = addButton("searchPrevious", tr("Previous, below (Shift+Enter)"), &SearchBar::goToPrevious);
    m_close = addButton("searchClose", tr("Close (Esc)"), &SearchBar::close);
    tintIcons();
}

QToolButton *SearchBar::addButton(const char *name, const QString &words, void (SearchBar::*act)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    button->setIconSize(iconSize);
    button->setFixedSize(buttonSize);
    connect(button, &QToolButton::clicked, this, act);
    layout()->addWidget(button);
    return button;
}

void SearchBar::tintIcons()
{
    const QColor ink = palette().color(QPalette::WindowText);
    m_next->setIcon(Icons::symbolic(QStringLiteral("up"), ink));
    m_previous->setIcon(Icons::symbolic(QStringLiteral("down"), ink));
    m_close->setIcon(Icons::symbolic(QStringLiteral("cancel"), ink));
}

void SearchBar::showCount()
{
    const int count = m_search.count();
    const bool isAsked = !m_search.wanted().isEmpty();
    const QColor ground = palette().color(QPalette::Window);
    const bool isNowhere = isAsked && count == 0 && !m_search.isSearching();
    Colours::setInk(*m_count, isNowhere ? Colours::error(ground) : Colours::secondaryText(palette(), ground));
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (count > 0)
        m_count->setText(tr("%1 of %2", "%1 is the number of a hit, %2 of how many")
                             .arg(QLocale().toString(m_search.currentNumber()), QLocale().toString(count)));
    else
        m_count->setText(isNowhere ? tr("Not found") : QString());
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/StageList.h"

#include "ui/ConversationPage.h"
#include "ui/Icons.h"
#include "ui/SessionDeck.h"
#include "ui/StageListModel.h"
#include "ui/StageView.h"

#include <QEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace Greenroom {

StageList::StageList(StageListModel &model, SessionDeck &deck, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_deck(deck),
      m_view(new StageView(model, this)),
      m_add(new QToolButton(this)),
      m_local(new QToolButton(this))
{
    build();
    applyIcons();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &StageList::choose);
    connect(m_view, &StageView::writingRequested, this, [this] { m_deck.current().focusComposer(); });
    connect(m_view, &StageView::left, this, &StageList::showCurrent);
    connect(&deck, &SessionDeck::shown, this, &StageList::showCurrent);
    connect(&model, &StageListModel::aboutToRebuild, this, &StageList::beginFollowing);
    connect(&model, &StageListModel::rebuilt, this, &StageList::endFollowing);
    connect(m_add, &QToolButton::clicked, this, &StageList::newSessionRequested);
    connect(m_local, &QToolButton::clicked, this, &StageList::localStageRequested);
    showCurrent();
}

StageView &StageList::view()
{
    return *m_view;
}

void StageList::step(int rows)
{
    const int count = m_model.rowCount();
    int row = m_view->currentIndex().row();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + rows + count) % count;
        if (!m_model.isHeader(m_model.index(row)))
            break;
    }
    m_view->setCurrentIndex(m_model.index(row));
}

void StageList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcons();
}

void StageList::build()
{
    auto *title = new QLabel(tr("Stages"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_add->setObjectName(QStringLiteral("newSession"));
    m_add->setText(tr("New session"));
    m_add->setToolTip(tr("Open another session, to this or another stage"));
    m_local->setObjectName(QStringLiteral("localStage"));
    m_local->setText(tr("Start local stage"));
    m_local->setToolTip(tr("Start the whole backend on this machine and connect to it"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_view, 1);
    for (QToolButton *button : {m_add, m_local}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button);
    }
}

void StageList::choose(const QModelIndex &index)
{
    if (m_isFollowing || !index.isValid() || m_model.isHeader(index))
        return;
    const StageEntry entry = m_model.entry(index);
    if (entry.page)
        m_deck.show(*entry.page);
    else
        m_deck.open(entry.stage);
}

void StageList::showCurrent()
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_view->setCurrentIndex(m_model.indexOf(m_deck.current()));
}

void StageList::beginFollowing()
{
    m_isFollowing = true;
    m_head = m_model.isHeader(m_view->currentIndex()) ? m_view->currentIndex() : QModelIndex();
}

void StageList::endFollowing()
{
    // Whoever goes through the list by keyboard stays on a head.
    if (m_head.isValid())
        m_view->setCurrentIndex(m_head);
    else
        showCurrent();
    m_isFollowing = false;
}

void StageList::applyIcons()
{
    const QColor colour = palette().color(QPalette::WindowText);
    m_add->setIcon(Icons::symbolic(QStringLiteral("add"), colour));
    m_local->setIcon(Icons::symbolic(QStringLiteral("stage"), colour));
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/TranscriptPane.h"

#include "transcript/TranscriptSearch.h"
#include "ui/LinkPrompt.h"
#include "ui/SearchBar.h"
#include "ui/TranscriptView.h"

#include <QVBoxLayout>

namespace Greenroom {

TranscriptPane::TranscriptPane(TranscriptModel &transcript, QSettings &settings, QWidget *parent)
    : QWidget(parent),
      m_zoom(settings),
      m_search(new TranscriptSearch(transcript, this)),
      m_searchBar(new SearchBar(*m_search, this)),
      m_view(new TranscriptView(transcript, this)),
      m_links(new LinkPrompt(*this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_searchBar);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &TranscriptView::linkActivated, m_links, &LinkPrompt::ask);
    connect(m_view, &TranscriptView::zoomRequested, this, &TranscriptPane::zoom);
    connect(m_search, &TranscriptSearch::hitsChanged, this, &TranscriptPane::showHits);
    connect(m_search, &TranscriptSearch::currentChanged, this, &TranscriptPane::showCurrentHit);
    connect(m_searchBar, &SearchBar::closed, this, &TranscriptPane::leaveSearch);
}

TranscriptView &TranscriptPane::view()
{
    return *m_view;
}

LinkPrompt &TranscriptPane::links()
{
    return *m_links;
}

void TranscriptPane::find()
{
    m_searchBar->open();
}

void TranscriptPane::findNext()
{
    m_searchBar->goToNext();
}

void TranscriptPane::findPrevious()
{
    m_searchBar->goToPrevious();
}

void TranscriptPane::zoom(int steps)
{
    m_zoom.step(steps);
    showZoom();
}

void TranscriptPane::zoomIn()
{
    zoom(1);
}

void TranscriptPane::zoomOut()
{
    zoom(-1);
}

void TranscriptPane::resetZoom()
{
    m_zoom.reset();
    showZoom();
}

void TranscriptPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // It may have been changed in another conversation.
    showZoom();
}

void TranscriptPane::showZoom()
{
    m_view->setZoom(m_zoom.percent());
}

void TranscriptPane::showHits()
{
    m_view->markHits(m_search->wanted(), m_search->current());
}

void TranscriptPane::showCurrentHit()
{
    showHits();
    if (const auto hit = m_search->current())
        m_view->showPlace({hit->row, hit->span.start});
}

void TranscriptPane::leaveSearch()
{
    if (const auto hit = m_search->current())
        m_view->textCursor().setRow(hit->row);
    m_view->setFocus(Qt::OtherFocusReason);
}

} // namespace Greenroom

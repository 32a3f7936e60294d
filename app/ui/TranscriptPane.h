// SPDX-License-Identifier: MIT
#pragma once

#include "ui/TextZoom.h"

#include <QWidget>

namespace Greenroom {

class LinkPrompt;
class SearchBar;
class TranscriptModel;
class TranscriptSearch;
class TranscriptView;

/// A transcript with what belongs to reading it: the search in it, the size of its text, its links.
class TranscriptPane : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    TranscriptPane(TranscriptModel &transcript, QSettings &settings, QWidget *parent = nullptr);

    TranscriptView &view();
    LinkPrompt &links();

public Q_SLOTS:
    void find();
    void findNext();
    void findPrevious();
    /// Makes the text so many steps larger, or smaller if negative.
    void zoom(int steps);
    void zoomIn();
    void zoomOut();
    void resetZoom();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showZoom();
    void showHits();
    void showCurrentHit();
    void leaveSearch();

    TextZoom m_zoom;
    TranscriptSearch *m_search;
    SearchBar *m_searchBar;
    TranscriptView *m_view;
    LinkPrompt *m_links;
};

} // namespace Greenroom

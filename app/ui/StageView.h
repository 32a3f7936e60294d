// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace Greenroom {

class StageListModel;

/// The rows of the left column with what mouse and keyboard do there. Alt with Up and Down moves a stage or a
/// group, as dragging does; a head folds its group.
class StageView : public QListView
{
    Q_OBJECT

public:
    /// Borrows `model`.
    explicit StageView(StageListModel &model, QWidget *parent = nullptr);

    StageListModel &stages() { return m_model; }

Q_SIGNALS:
    /// The user wants to write in the stage of the present row.
    void writingRequested();
    /// The user has finished with the list for now: a head was clicked, or the keyboard went elsewhere.
    void left();
    /// The user asks what can be done with this row; the point is one of the screen.
    void menuRequested(const QModelIndex &index, QPoint at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;

private:
    bool takeMove(const QKeyEvent &event);
    bool takeFold(const QKeyEvent &event);
    void toggleClicked(const QModelIndex &index);

    StageListModel &m_model;
};

} // namespace Greenroom

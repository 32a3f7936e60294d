// SPDX-License-Identifier: MIT
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class ConversationPage;
class SessionDeck;
class StageListModel;
class StageView;

/// The left column: the stages and sessions of a window, and the buttons that add to them. What is chosen in
/// it comes into sight in the deck.
class StageList : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    StageList(StageListModel &model, SessionDeck &deck, QWidget *parent = nullptr);

    StageView &view();
    /// Shows the stage that comes so many rows after the present one, from the last to the first again.
    void step(int rows);

Q_SIGNALS:
    void newSessionRequested();
    void localStageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void choose(const QModelIndex &index);
    void showCurrent();
    void beginFollowing();
    void endFollowing();
    void applyIcons();

    StageListModel &m_model;
    SessionDeck &m_deck;
    StageView *m_view;
    QToolButton *m_add;
    QToolButton *m_local;
    /// The list follows the deck, not the other way round.
    bool m_isFollowing = false;
    /// The head that was the present row before the rows changed.
    QPersistentModelIndex m_head;
};

} // namespace Greenroom

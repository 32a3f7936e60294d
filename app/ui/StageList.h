// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

/// The left column: the sessions of a window, each with its stage, its state and its unread lines.
class StageList : public QWidget
{
    Q_OBJECT

public:
    /// What an entry shows.
    struct Entry
    {
        QString title;
        /// Without secrets; empty before the first connection.
        QString address;
        ChatSession::State state = ChatSession::State::Disconnected;
        /// Our own name in the session, where it is known.
        QString person;
        int unread = 0;
    };

    explicit StageList(QWidget *parent = nullptr);

    int current() const;
    void append(const Entry &entry);
    void update(int row, const Entry &entry);
    void remove(int row);
    void setCurrent(int row);

Q_SIGNALS:
    void currentChanged(int row);
    void newSessionRequested();
    void localStageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void show(int row);
    void applyIcons();

    QListWidget *m_list;
    QToolButton *m_add;
    QToolButton *m_local;
    QList<Entry> m_entries;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "session/PeopleModel.h"

#include <QListView>

namespace Greenroom {

/// The people seen in a session, each by name and colour as in the transcript, the full id in the tooltip.
/// A double click or Enter chooses one; so does the context menu.
class PeopleView : public QListView
{
    Q_OBJECT

public:
    /// Borrows `people`.
    explicit PeopleView(PeopleModel &people, QWidget *parent = nullptr);

Q_SIGNALS:
    /// This person is to be written to.
    void chosen(const QString &connectionId);

protected:
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace Greenroom

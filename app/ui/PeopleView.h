// SPDX-License-Identifier: MIT
#pragma once

#include "session/PeopleModel.h"

#include <QListView>

namespace Greenroom {

/// The people seen in a session, each by name and colour as in the transcript, the full id in the tooltip.
class PeopleView : public QListView
{
    Q_OBJECT

public:
    /// Borrows `people`.
    explicit PeopleView(PeopleModel &people, QWidget *parent = nullptr);

protected:
    bool viewportEvent(QEvent *event) override;
};

} // namespace Greenroom

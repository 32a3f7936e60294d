// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Conversation.h"

#include <QWidget>

namespace Greenroom {

/// The right column: one conversation's session and the people in it.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    SidePanel(Conversation &conversation, Clock &clock, QWidget *parent = nullptr);
};

} // namespace Greenroom

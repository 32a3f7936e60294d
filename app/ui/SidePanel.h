// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Greenroom {

class ConversationPage;
struct Services;

/// The right column: one conversation's session and the people in it.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    SidePanel(ConversationPage &page, Services &services, QWidget *parent = nullptr);
};

} // namespace Greenroom

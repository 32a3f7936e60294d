// SPDX-License-Identifier: MIT
// The search over all conversations, as a MainWindow offers it.
#include "archive/ConversationKey.h"
#include "ui/ConversationPage.h"
#include "ui/MainWindow.h"
#include "ui/SearchEverywhere.h"

#include <QStackedWidget>

namespace Greenroom {

void MainWindow::searchEverywhere()
{
    auto *search = new SearchEverywhere(m_services.archive, this);
    connect(search, &SearchEverywhere::chosen, this, &MainWindow::showLine);
    search->open();
}

void MainWindow::showLine(const QString &key, qint64 number)
{
    m_stageList->setCurrent(sessionOf(key));
    currentPage().showLine(number);
}

int MainWindow::sessionOf(const QString &key)
{
    for (int row = 0; row < sessionCount(); ++row) {
        const ArchivedConversation *shown = page(row).conversation().transcript().conversation();
        if (shown != nullptr && shown->key() == key)
            return row;
    }
    ConversationPage &opened = currentPage().isUnused() ? currentPage() : appendSession();
    if (key == ConversationKey::ofLocalStage())
        opened.prepareLocalStage();
    else
        opened.prepare(QUrl(key));
    return m_pages->indexOf(&opened);
}

} // namespace Greenroom

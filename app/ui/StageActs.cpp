// SPDX-License-Identifier: MIT
#include "ui/StageActs.h"

#include "archive/Archive.h"
#include "archive/ConversationKey.h"
#include "common/Redaction.h"
#include "localstage/LocalStage.h"
#include "secrets/Secrets.h"
#include "stages/SavedStages.h"
#include "stages/StageAddress.h"
#include "transcript/LineOutbox.h"
#include "ui/AddressBar.h"
#include "ui/AddressTransfer.h"
#include "ui/ConversationPage.h"
#include "ui/PageSignIn.h"
#include "ui/SearchEverywhere.h"
#include "ui/SessionDeck.h"
#include "ui/StageDialog.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace Greenroom {

StageActs::StageActs(Services &services, SessionDeck &deck, QWidget &window)
    : QObject(&window),
      m_services(services),
      m_deck(deck),
      m_window(window),
      m_addresses(new AddressTransfer(services.savedStages, window))
{
}

ConversationPage &StageActs::show(const StageEntry &entry)
{
    if (!isOpen(entry))
        return m_deck.open(entry.stage);
    m_deck.show(*entry.page);
    return *entry.page;
}

void StageActs::connectOrDisconnect(const StageEntry &entry)
{
    show(entry).addressBar().trigger();
}

void StageActs::signIn(const StageEntry &entry)
{
    show(entry).signIn().open();
}

void StageActs::openAnother(const QString &address)
{
    ConversationPage &page = m_deck.add();
    page.addressBar().setText(address);
    m_deck.show(page);
    page.addressBar().focusField();
}

void StageActs::close(const StageEntry &entry)
{
    if (isOpen(entry))
        m_deck.close(*entry.page);
}

void StageActs::moveToGroup(const StageEntry &entry, const QString &group)
{
    m_services.savedStages.place(entry.stage, group);
}

void StageActs::moveToNewGroup(const StageEntry &entry)
{
    auto *question = new QInputDialog(&m_window);
    question->setObjectName(QStringLiteral("newGroup"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("New group"));
    question->setLabelText(tr("Name of the group:"));
    connect(question, &QInputDialog::textValueSelected, this,
            [this, entry](const QString &name) { moveToGroup(entry, name); });
    question->open();
}

void StageActs::edit(const QUrl &stage)
{
    const QList<ConversationPage *> pages = m_deck.pagesOf(Redaction::withoutSecrets(stage));
    const bool isConnected = std::any_of(pages.begin(), pages.end(), [](ConversationPage *page) {
        return page->conversation().session().state() == ChatSession::State::Connected;
    });
    using Session = StageDialog::Session;
    auto *dialog = new StageDialog(m_services, stage,
                                   isConnected ? Session::Connected : Session::NotConnected, &m_window);
    dialog->open();
}

void StageActs::editCurrent()
{
    AddressBar &bar = m_deck.current().addressBar();
    const Result<QUrl> stage = StageAddress::parse(bar.text());
    if (!stage)
        bar.showProblem(stage.error().message);
    else if (*stage == m_services.localStage.address())
        bar.showProblem(
            tr("The local stage has no settings of its own: its address is another one each time."));
    else
        edit(*stage);
}

void StageActs::searchEverywhere()
{
    auto *search = new SearchEverywhere(m_services.archive, &m_window);
    connect(search, &SearchEverywhere::chosen, this, &StageActs::showLine);
    search->open();
}

void StageActs::showLine(const QString &key, qint64 number)
{
    m_deck.openConversation(key).showLine(number);
}

void StageActs::askToForget(const StageEntry &entry)
{
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Forget stage"),
                                     tr("Forget “%1”?", "%1 is a stage's title").arg(entry.title),
                                     QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("forgetStage"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Its sessions end. Its address (%1), its messages on this computer, what is typed there and not "
           "sent, the messages that wait to be sent, and its secrets are erased. This can't be undone.",
           "%1 is the address")
            .arg(entry.stage.toString()));
    QPushButton *forgetting = question->addButton(tr("&Forget"), QMessageBox::DestructiveRole);
    forgetting->setObjectName(QStringLiteral("forget"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(forgetting, &QPushButton::clicked, this, [this, stage = entry.stage] { forget(stage); });
    question->open();
}

void StageActs::forget(const QUrl &stage)
{
    // After its sessions, which give their lines back when they end.
    m_services.savedStages.forget(stage);
    m_services.outbox.forgetStage(stage);
    m_services.summaries.forget(stage);
    m_services.secrets.forgetStage(stage);
    if (const Result<void> erased = m_services.archive.forget(ConversationKey::of(stage)); !erased)
        tellFailure(erased.error().message);
}

void StageActs::tellFailure(const QString &sentence)
{
    auto *message = new QMessageBox(QMessageBox::Warning, tr("Forget stage"),
                                    tr("The messages of this stage could not be erased from this computer."),
                                    QMessageBox::Ok, &m_window);
    message->setObjectName(QStringLiteral("notErased"));
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setTextFormat(Qt::PlainText);
    message->setInformativeText(sentence);
    message->open();
}

/// It may have been closed since it was listed.
bool StageActs::isOpen(const StageEntry &entry) const
{
    return m_deck.pages().contains(entry.page);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"
#include "ui/StageEntry.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Greenroom {

class AddressTransfer;
class SessionDeck;

/// What the user can do with a stage of the list or with one of its sessions.
class StageActs : public QObject
{
    Q_OBJECT

public:
    /// Borrows all; asks its questions over `window`, whose child it is.
    StageActs(Services &services, SessionDeck &deck, QWidget &window);

    Services &services() { return m_services; }

    /// Shows the session, or the stage where there is none.
    ConversationPage &show(const StageEntry &entry);
    /// Shows the stage and presses its button: connects or disconnects, whichever it offers.
    void connectOrDisconnect(const StageEntry &entry);
    /// Shows the stage and the window to sign in to it.
    void signIn(const StageEntry &entry);
    /// Opens one more session, to be connected to `address` by the user.
    void openAnother(const QString &address);
    /// Ends the session; the saved stage stays.
    void close(const StageEntry &entry);
    void moveToGroup(const StageEntry &entry, const QString &group);
    /// Asks for a group's name first.
    void moveToNewGroup(const StageEntry &entry);
    /// Opens the settings of a stage, which is kept from then on if the user agrees.
    void edit(const QUrl &stage);
    /// Opens those of the stage in the address field, or says there why it can't.
    void editCurrent();
    /// To a file and from one.
    AddressTransfer &addresses() { return *m_addresses; }
    /// Opens a search over all conversations, which leads to what is chosen.
    void searchEverywhere();
    /// Shows the line with this number of the conversation that is kept under `key`, in the session that has
    /// it or in one that is opened for it and not connected.
    void showLine(const QString &key, qint64 number);
    /// Asks first, and says what is erased.
    void askToForget(const StageEntry &entry);
    /// Erases all that is known of the stage.
    void forget(const QUrl &stage);

private:
    void tellFailure(const QString &sentence);
    bool isOpen(const StageEntry &entry) const;

    Services &m_services;
    SessionDeck &m_deck;
    QWidget &m_window;
    AddressTransfer *m_addresses;
};

} // namespace Greenroom

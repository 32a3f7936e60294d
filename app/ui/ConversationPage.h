// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Conversation.h"
#include "ui/Services.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace Greenroom {

class AddressBar;
class AddressKeeper;
class Composer;
class Dispatcher;
class DraftKeeper;
class ExportBar;
class PageOptions;
class PageReading;
class PageSignIn;
class TranscriptPane;

/// The middle of the window: one conversation, from its address down to what is being written.
class ConversationPage : public QWidget
{
    Q_OBJECT

public:
    /// Borrows `services`; owns its conversation.
    explicit ConversationPage(Services &services, QWidget *parent = nullptr);
    /// Keeps what was typed and not sent.
    ~ConversationPage() override;
    Q_DISABLE_COPY_MOVE(ConversationPage)

    Conversation &conversation();
    AddressBar &addressBar();
    TranscriptPane &transcriptPane();
    ExportBar &exportBar();
    PageSignIn &signIn() { return *m_signIn; }
    /// Nothing has happened and nothing was typed here, so it can be used for anything.
    bool isUnused();
    /// The stage that this is the conversation with, without secrets: what was connected to last, or prepared
    /// for; empty at first.
    QUrl stage() const;
    /// Lines that came from others since markRead().
    int unread() const;

    void markRead();

    /// Shows `address` in the field and connects to it without keeping it for the next start.
    void connectTo(const QUrl &address);
    /// Connects to the saved `stage`, whose secrets are fetched first; if they can't be had, that is said and
    /// nothing is tried, since it would only be refused.
    void connectAtStart(const QUrl &stage);
    /// Shows `address` in the field, and what was typed for that stage and never sent.
    void prepare(const QUrl &address);
    /// Takes the keyboard to where one writes.
    void focusComposer();
    /// Shows what was said on the local stage, which is not started.
    void prepareLocalStage();
    /// Shows the line with this number of the conversation that is kept; see ArchivedConversation.
    void showLine(qint64 number);

Q_SIGNALS:
    void localStageRequested();
    /// The user wants to see the settings of the stage in the address field.
    void settingsRequested();
    /// From now on this is the conversation with another stage.
    void stageChanged();
    /// The window is to come to the front and show this conversation.
    void forwardRequested();
    /// What came was read.
    void read();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void setStage(const QUrl &address);
    void followLocalStage(const QUrl &from, const QUrl &to);
    void showStage(const QUrl &address);
    void showConversation(const QUrl &address, const QString &key);
    void connectAndSave(const QUrl &typed);
    bool isLocalStage(const QUrl &address) const;
    void connectFromCommand(const QUrl &address);
    void showState(ChatSession::State state);

    Services &m_services;
    Conversation m_conversation;
    AddressBar *m_addressBar;
    AddressKeeper *m_addressKeeper;
    QStackedLayout *m_middle;
    TranscriptPane *m_transcript;
    PageReading *m_reading;
    Composer *m_composer;
    DraftKeeper *m_draftKeeper;
    Dispatcher *m_dispatcher;
    ExportBar *m_exportBar;
    PageOptions *m_options;
    PageSignIn *m_signIn;
    QUrl m_stage;
};

} // namespace Greenroom

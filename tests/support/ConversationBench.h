// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "transcript/Conversation.h"

namespace Greenroom::Test {

/// A conversation on fakes.
struct ConversationBench
{
    FakeClock clock;
    FakeTransports transports;
    LineOutbox outbox{QString()};
    Conversation conversation{clock, transports.factory(), outbox};

    void connectToStage()
    {
        conversation.session().connectTo(QUrl(QStringLiteral("ws://localhost:3001/dev")));
        Q_EMIT transports.transport().opened();
    }
    void receive(const char *frame) const
    {
        Q_EMIT transports.transport().textReceived(QString::fromUtf8(frame));
    }
    int count() { return conversation.transcript().rowCount(); }
    /// From 0; those below zero count from the end.
    const Message &line(int row) { return conversation.transcript().message(row < 0 ? count() + row : row); }
    bool isOwn(int row) { return conversation.transcript().isOwn(row < 0 ? count() + row : row); }
    QStringList people()
    {
        QStringList ids;
        for (int row = 0; row < conversation.people().rowCount(); ++row)
            ids.append(conversation.people().index(row).data(PeopleModel::IdRole).toString());
        return ids;
    }
    QString self()
    {
        const PeopleModel &model = conversation.people();
        const auto own = model.match(model.index(0), PeopleModel::OwnRole, true);
        return own.isEmpty() ? QString() : own.first().data(PeopleModel::IdRole).toString();
    }
};

} // namespace Greenroom::Test

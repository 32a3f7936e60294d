// SPDX-License-Identifier: MIT
#pragma once

#include "session/ChatSession.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "wire/Dialect.h"

#include <QSignalSpy>

namespace Greenroom::Test {

/// A session on fakes, and what it has said so far.
struct SessionBench
{
    FakeClock clock;
    FakeTransports transports;
    ChatSession session{clock, transports.factory()};
    QSignalSpy states{&session, &ChatSession::stateChanged};
    QSignalSpy ends{&session, &ChatSession::ended};
    QSignalSpy failures{&session, &ChatSession::connectFailed};

    static QUrl stage() { return QUrl(QStringLiteral("ws://localhost:3001/dev")); }

    void connectToStage()
    {
        session.connectTo(stage());
        Q_EMIT transports.transport().opened();
    }
    QList<ChatSession::State> stateList() const
    {
        QList<ChatSession::State> list;
        for (const auto &arguments : states)
            list.append(arguments.at(0).value<ChatSession::State>());
        return list;
    }
    QList<ChatSession::End> endList() const
    {
        QList<ChatSession::End> list;
        for (const auto &arguments : ends)
            list.append(arguments.at(0).value<ChatSession::End>());
        return list;
    }
    /// Over all connections: some tests last longer than one.
    qsizetype heartbeats() const
    {
        qsizetype count = 0;
        for (int index = 0; index < transports.count(); ++index)
            count += transports.record(index).sent.count(Dialect::heartbeatFrame());
        return count;
    }

    /// Waits before each attempt are half as long as they may be.
    SessionBench()
    {
        session.setRandom([] { return 0.5; });
    }
};

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#pragma once

#include "common/ScaledClock.h"
#include "gateway/Gateway.h"
#include "session/WebSocketTransport.h"
#include "support/RoughNetwork.h"
#include "transcript/Conversation.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>

namespace Greenroom::Test {

/// A stage on one host, Ana on another, and a rough network between them; Ben is where the stage is. Packets
/// and the system's TCP take real time, Ana's session has its own.
struct NetworkBench
{
    SystemClock systemClock;
    ScaledClock clock;
    NetworkHost stageHost{QHostAddress(QStringLiteral("10.0.0.1"))};
    NetworkHost anasHost{QHostAddress(QStringLiteral("10.0.0.2"))};
    RoughNetwork network{anasHost, stageHost};
    /// What is made later is on Ana's host.
    NetworkHost::Inside inside{anasHost};
    Gateway gateway{onStageHost(), systemClock};
    LineOutbox outbox{QString()};
    Conversation conversation;
    ChatSession &ana = conversation.session();
    ChatSession ben{systemClock, transportFactory()};
    QSignalSpy heardByAna{&ana, &ChatSession::eventReceived};
    QSignalSpy heardByBen{&ben, &ChatSession::eventReceived};
    QSignalSpy anasEnds{&ana, &ChatSession::ended};

    /// Ana's clock runs `scale` times as fast as ours.
    explicit NetworkBench(double scale)
        : clock(systemClock, scale), conversation(clock, transportFactory(), outbox)
    {
        // Neither lucky nor unlucky in how long the attempts wait.
        ana.setRandom([] { return 0.5; });
        const NetworkHost::Inside atStage(stageHost);
        if (const auto started = gateway.start(); !started)
            qFatal("The gateway cannot start: %s", qPrintable(started.error().message));
        ben.connectTo(stage());
    }
    QUrl stage() const { return gateway.stageAddress(QStringLiteral("dev")); }
    void connectAna()
    {
        conversation.ownLines().setStage(stage());
        ana.connectTo(stage());
    }
    /// Ana types a line.
    Result<void> type(const QString &text)
    {
        return conversation.ownLines().write({Outgoing::Form::Chat, text, {}});
    }
    /// What all have said that begins so, in the order in which it was heard.
    static QStringList linesIn(const QSignalSpy &heard, const QString &start)
    {
        QStringList lines;
        for (const QList<QVariant> &arguments : heard) {
            const auto event = arguments.at(0).value<Event>();
            const auto *line = std::get_if<ChatLineEvent>(&event);
            if (line != nullptr && line->text.startsWith(start))
                lines << line->text;
        }
        return lines;
    }
    /// How far each line of Ana's own has come that begins so, in the order of her transcript.
    QList<Delivery> deliveries(const QString &start)
    {
        QList<Delivery> list;
        const TranscriptModel &transcript = conversation.transcript();
        for (int row = 0; row < transcript.rowCount(); ++row) {
            if (transcript.isOwn(row) && transcript.message(row).text.startsWith(start))
                list << transcript.message(row).delivery;
        }
        return list;
    }

private:
    static GatewayOptions onStageHost()
    {
        GatewayOptions options;
        options.address = QHostAddress(QStringLiteral("10.0.0.1"));
        options.port = 0;
        return options;
    }
    static TransportFactory transportFactory()
    {
        return [] { return std::make_unique<WebSocketTransport>(); };
    }
};

/// The main() of a test program that makes hosts: where they cannot be made it says why, and ctest counts it
/// as skipped.
template <class Tests>
int runBetweenHosts(int argc, char *argv[])
{
    constexpr int isSkipped = 77;
    // First: a process that has threads may not move.
    if (const auto moved = NetworkHost::leaveMachine(); !moved) {
        std::fprintf(stderr, "Skipped. %s\n", qPrintable(moved.error().message));
        return isSkipped;
    }
    const QCoreApplication application(argc, argv);
    Tests tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Gateway.h"
#include "session/ChatSession.h"
#include "support/RoughNetwork.h"

#include <memory>
#include <optional>
#include <vector>

namespace Greenroom::Bench {

/// What some sessions noticed of a network that was cut for a while, in milliseconds.
struct CutFigures
{
    /// From the cut until the session no longer called itself connected; of those that did.
    std::vector<qint64> noticed;
    /// From the network's return until the stage answered again, on the old connection or on a new one.
    std::vector<qint64> back;
    /// Those that are not back.
    int lost = 0;
};

/// Sessions with one stage, all through one network, which is cut without a word and mended.
class CutRun : public QObject
{
public:
    /// The first beats of the sessions are spread over one interval.
    explicit CutRun(int sessions);
    ~CutRun() override;
    Q_DISABLE_COPY_MOVE(CutRun)

    /// Connects all, cuts for `length` once the beats go, and waits until all are back, or until they should
    /// have been twice over.
    CutFigures measure(std::chrono::seconds length);

private:
    struct Person;

    void add();
    void connectAll();
    void cut(std::chrono::seconds length);
    CutFigures figures() const;
    void note(Person &person, ChatSession::State state);
    void noteAnswer(Person &person, const QByteArray &payload);
    bool areAllBack() const;
    void pass(std::chrono::milliseconds time);
    std::chrono::milliseconds now() const;

    SystemClock m_clock;
    Test::NetworkHost m_stageHost;
    Test::NetworkHost m_clientHost;
    Test::RoughNetwork m_network;
    std::unique_ptr<Gateway> m_gateway;
    std::vector<std::unique_ptr<Person>> m_people;
    std::optional<std::chrono::milliseconds> m_cutAt;
    std::optional<std::chrono::milliseconds> m_mendedAt;
};

} // namespace Greenroom::Bench

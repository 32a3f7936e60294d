// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <chrono>
#include <optional>
#include <random>
#include <vector>

namespace Greenroom {

/// One thing that shall go wrong at a stage, and when.
struct FaultRule
{
    enum class Place {
        /// A handshake, before anything of the stage has seen it.
        Connect,
        /// A message of a client, whether it fits a route or not.
        Message,
        /// A post to a connection that is there, by an integration or by POST of `@connections/{id}`.
        Post,
    };

    enum class Kind {
        /// It takes longer.
        Delay,
        /// The handshake gets an HTTP status.
        Refuse,
        /// The TCP connection ends without a word.
        Drop,
        /// The connection ends with a close frame.
        Close,
        /// As if the integration had failed.
        Fail,
        /// As if the integration had taken too long.
        TimeOut,
        /// As if there had been too many requests.
        Throttle,
        /// As if the connection were gone: 410.
        Gone,
    };

    Place place = Place::Connect;
    Kind kind = Kind::Delay;
    /// Delay only: between these two, both included.
    std::chrono::milliseconds shortest{0};
    std::chrono::milliseconds longest{0};
    /// Refuse only.
    int status = 0;
    /// Close only.
    int closeCode = 0;
    QString closeReason = {};
    /// From 0 to 1.
    double probability = 1;
    /// So many of the rule's events pass first.
    qint64 after = 0;
    /// So many times at most.
    std::optional<qint64> times = std::nullopt;
    /// Message only: the route that it takes; empty for any.
    QString routeKey = {};
    /// Message and post: empty for any.
    QString connectionId = {};
};

/// Everything that shall go wrong at a stage.
struct FaultPlan
{
    quint64 seed = 1;
    QList<FaultRule> rules;
};

/// Something to which a rule may apply.
struct FaultEvent
{
    FaultRule::Place place = FaultRule::Place::Connect;
    QString connectionId = {};
    /// Of a message; empty where it fits no route.
    QString routeKey = {};
};

/// What goes wrong with one event.
struct Fault
{
    /// All delays together.
    std::chrono::milliseconds delay{0};
    /// Nothing where there is no more than the delay.
    std::optional<FaultRule> rule;
};

/// Decides what goes wrong. Knows no time and no sockets: the same plan and the same events give the same
/// faults, on every machine. Pure.
class Faults
{
public:
    /// From now on `plan`, from its beginning.
    void setPlan(FaultPlan plan);
    const FaultPlan &plan() const { return m_plan; }
    /// How often each rule has fired, in the plan's order.
    QList<qint64> fired() const;

    /// Whether there is any rule for events of this kind, spent or not.
    bool hasRuleFor(FaultRule::Place place) const;

    /// What happens to the next event. The rules are asked in order until one fires that is no delay; the
    /// rest do not see the event.
    Fault next(const FaultEvent &event);

private:
    /// Each rule has random numbers of its own, so that a further rule changes nothing for the others.
    struct State
    {
        std::mt19937_64 random;
        qint64 seen = 0;
        qint64 fired = 0;
    };

    static bool fires(const FaultRule &rule, State &state);

    FaultPlan m_plan;
    std::vector<State> m_states;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "gateway/Faults.h"

#include <algorithm>
#include <cmath>

namespace Greenroom {

namespace {

/// The standard says to the bit what std::seed_seq and std::mt19937_64 give.
std::mt19937_64 newGenerator(quint64 seed, std::size_t rule)
{
    constexpr int half = 32;
    std::seed_seq sequence{static_cast<quint32>(seed), static_cast<quint32>(seed >> half),
                           static_cast<quint32>(rule)};
    return std::mt19937_64(sequence);
}

/// From 0 to less than 1. Not std::uniform_real_distribution, which is another in each library.
double nextNumber(std::mt19937_64 &random)
{
    constexpr int exponentBits = 11;
    constexpr double step = 0x1p-53;
    return static_cast<double>(random() >> exponentBits) * step;
}

bool applies(const FaultRule &rule, const FaultEvent &event)
{
    return rule.place == event.place && (rule.routeKey.isEmpty() || rule.routeKey == event.routeKey)
           && (rule.connectionId.isEmpty() || rule.connectionId == event.connectionId);
}

std::chrono::milliseconds delayOf(const FaultRule &rule, std::mt19937_64 &random)
{
    const auto choices = static_cast<double>((rule.longest - rule.shortest).count() + 1);
    return rule.shortest + std::chrono::milliseconds(std::llround(std::floor(nextNumber(random) * choices)));
}

} // namespace

void Faults::setPlan(FaultPlan plan)
{
    m_plan = std::move(plan);
    m_states.clear();
    for (qsizetype index = 0; index < m_plan.rules.size(); ++index)
        m_states.push_back({newGenerator(m_plan.seed, m_states.size())});
}

QList<qint64> Faults::fired() const
{
    QList<qint64> counts;
    std::transform(m_states.begin(), m_states.end(), std::back_inserter(counts),
                   [](const State &state) { return state.fired; });
    return counts;
}

bool Faults::hasRuleFor(FaultRule::Place place) const
{
    return std::any_of(m_plan.rules.cbegin(), m_plan.rules.cend(),
                       [place](const FaultRule &rule) { return rule.place == place; });
}

Fault Faults::next(const FaultEvent &event)
{
    Fault fault;
    for (std::size_t index = 0; index < m_states.size(); ++index) {
        const FaultRule &rule = m_plan.rules.at(static_cast<qsizetype>(index));
        State &state = m_states.at(index);
        if (!applies(rule, event) || !fires(rule, state))
            continue;
        if (rule.kind != FaultRule::Kind::Delay) {
            fault.rule = rule;
            return fault;
        }
        fault.delay += delayOf(rule, state.random);
    }
    return fault;
}

bool Faults::fires(const FaultRule &rule, State &state)
{
    const bool isPassing = ++state.seen <= rule.after;
    const bool isSpent = rule.times && state.fired >= *rule.times;
    if (isPassing || isSpent || nextNumber(state.random) >= rule.probability)
        return false;
    ++state.fired;
    return true;
}

} // namespace Greenroom

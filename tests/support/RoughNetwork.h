// SPDX-License-Identifier: MIT
#pragma once

#include "common/SystemClock.h"
#include "support/NetworkHost.h"

#include <QObject>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <map>

namespace Greenroom::Test {

/// What lies between a client's host and a stage's, and does to their packets what networks do: neither
/// notices anything of it but by what does not come. In this process and not by tc-netem(8), which many
/// kernels are built without. Needs the event loop of its thread.
class RoughNetwork : public QObject
{
public:
    /// Which way packets go.
    enum class Way { ToStage, ToClient };

    /// What becomes of packets, either way.
    struct Weather
    {
        /// Each takes `delay`, up to `spread` more or less.
        std::chrono::milliseconds delay{0};
        std::chrono::milliseconds spread{0};
        /// The share that is lost, of 1.
        double loss = 0;
        /// The share that arrives at once, before those that left earlier; without it they keep their order.
        double overtaking = 0;
    };

    struct Counts
    {
        int passed = 0;
        int lost = 0;
        int overtaking = 0;
    };

    /// No more of them are lost in a row by the weather: chance would lose more now and then, which then is
    /// as good as a cut.
    static constexpr int longestLoss = 2;
    /// As many are under way; more are lost.
    static constexpr int most = 1000;

    /// Borrows both.
    RoughNetwork(const NetworkHost &client, const NetworkHost &stage);

    void setWeather(const Weather &weather);
    /// What goes this way is lost, also what is under way; nobody is told.
    void cut(Way way);
    void cut();
    /// As cut(), but so many packets pass before.
    void cutAfter(Way way, int packets);
    void mend();

    /// Both ways.
    Counts counts() const;

private:
    struct Lane
    {
        const NetworkHost &from;
        const NetworkHost &to;
        QSocketNotifier notifier;
        /// By when they arrive, in steady time.
        std::multimap<std::chrono::milliseconds, QByteArray> underWay = {};
        std::chrono::milliseconds lastArrival{0};
        /// How many pass before the cut; negative where there is none.
        int left = -1;
        int lostInRow = 0;

        Lane(const NetworkHost &first, const NetworkHost &last)
            : from(first), to(last), notifier(first.descriptor(), QSocketNotifier::Read)
        {
        }
    };

    Lane &lane(Way way);
    bool happens(double share);
    void carry(Lane &lane);
    void carry(Lane &lane, const QByteArray &packet);
    bool isLost(Lane &lane);
    std::chrono::milliseconds arrivalOf(Lane &lane, std::chrono::milliseconds now);
    void watch();
    void deliver();

    SystemClock m_clock;
    Lane m_toStage;
    Lane m_toClient;
    Weather m_weather;
    Counts m_counts;
    QRandomGenerator m_random{1};
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <malloc.h>

/// What the measurements of `./dev bench transcript` share.
namespace Greenroom::Bench {

/// The memory of this process, as the system counts it, without what was freed.
inline double residentMegabytes()
{
    malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double pageSize = 4096;
    return status.readAll().split(' ').value(1).toDouble() * pageSize / 1e6;
}

inline Message line(int number)
{
    static const QString text = QStringLiteral(
        "and some words so that lines differ in length, as those that people write do, now and then ");
    static const QStringList people{QStringLiteral("eHrdFcnvvHcCE-w="), QStringLiteral("eHrjDEuVPHcCWMg="),
                                    QStringLiteral("eHsk2dKYPHcCJtA=")};
    return {Message::Kind::Chat,
            people.at(number / 3 % people.size()),
            QStringLiteral("Line %1 ").arg(number) + text.repeated(3).left(number * 37 % 240),
            WallTime(std::chrono::seconds(1'769'860'800 + number * qint64(7))),
            {}};
}

inline double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// One turn of the event loop, with all that it has to do, in milliseconds.
template <class Act>
double turn(Act act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QCoreApplication::processEvents();
    return milliseconds(timer);
}

} // namespace Greenroom::Bench

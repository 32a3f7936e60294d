// SPDX-License-Identifier: MIT
#include "transcript/SpanWords.h"

#include <QCoreApplication>

namespace Greenroom::SpanWords {

QString rounded(std::chrono::seconds length)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(length);
    if (length < std::chrono::minutes(1))
        return QCoreApplication::translate("SpanWords", "%1 s", "seconds").arg(length.count());
    if (minutes < std::chrono::hours(1))
        return QCoreApplication::translate("SpanWords", "%1 min", "minutes").arg(minutes.count());
    const auto hours = std::chrono::floor<std::chrono::hours>(minutes);
    return QCoreApplication::translate("SpanWords", "%1 h %2 min", "hours and minutes")
        .arg(hours.count())
        .arg((minutes - hours).count());
}

} // namespace Greenroom::SpanWords

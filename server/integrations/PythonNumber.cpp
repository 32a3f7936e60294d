// SPDX-License-Identifier: MIT
#include "integrations/PythonNumber.h"

#include <QByteArray>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace Greenroom::PythonNumber {

namespace {

/// What a float is written with an exponent from, and up to.
constexpr double smallestPlain = 1e-4;
constexpr double firstLarge = 1e16;
/// More than the digits, sign, point and exponent of any float need.
constexpr std::size_t longest = 64;

bool isInteger(const QString &number)
{
    return number.back().isDigit() && !number.contains(u'.') && !number.contains(u'e', Qt::CaseInsensitive);
}

double valueOf(const QString &number)
{
    if (number == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    const QString magnitude = number.startsWith(u'-') ? number.sliced(1) : number;
    // Qt has infinity or 0 for what does not fit, as Python has; it does not read the word.
    const double value = magnitude == QLatin1String("Infinity") ? std::numeric_limits<double>::infinity()
                                                                : magnitude.toDouble();
    return number.startsWith(u'-') ? -value : value;
}

QString written(double value)
{
    const double magnitude = std::abs(value);
    const bool isPlain = magnitude == 0 || (magnitude >= smallestPlain && magnitude < firstLarge);
    std::array<char, longest> characters{};
    const auto end = std::to_chars(characters.data(), characters.data() + characters.size(), value,
                                   isPlain ? std::chars_format::fixed : std::chars_format::scientific);
    const auto text = QString::fromLatin1(characters.data(), end.ptr - characters.data());
    return isPlain && !text.contains(u'.') ? text + QLatin1String(".0") : text;
}

} // namespace

QString repr(const QString &number)
{
    if (isInteger(number))
        return number == QLatin1String("-0") ? QStringLiteral("0") : number;
    const double value = valueOf(number);
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return written(value);
}

QString json(const QString &number)
{
    return repr(number)
        .replace(QLatin1String("nan"), QLatin1String("NaN"))
        .replace(QLatin1String("inf"), QLatin1String("Infinity"));
}

bool isZero(const QString &number)
{
    return valueOf(number) == 0;
}

} // namespace Greenroom::PythonNumber

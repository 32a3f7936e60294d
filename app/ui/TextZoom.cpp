// SPDX-License-Identifier: MIT
#include "ui/TextZoom.h"

#include <QSettings>
#include <algorithm>
#include <array>

namespace Greenroom {

namespace {

constexpr std::array levels{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

QString key()
{
    return QStringLiteral("conversation/textZoom");
}

} // namespace

TextZoom::TextZoom(QSettings &settings) : m_settings(settings) {}

int TextZoom::percent() const
{
    const int kept = m_settings.value(key(), normal).toInt();
    return kept < levels.front() || kept > levels.back() ? normal : kept;
}

void TextZoom::step(int steps)
{
    const auto *at = std::lower_bound(levels.begin(), levels.end(), percent());
    const auto last = static_cast<std::ptrdiff_t>(levels.size()) - 1;
    const std::ptrdiff_t level = std::clamp<std::ptrdiff_t>(at - levels.begin() + steps, 0, last);
    set(levels.at(static_cast<std::size_t>(level)));
}

void TextZoom::reset()
{
    set(normal);
}

void TextZoom::set(int percent)
{
    m_settings.setValue(key(), percent);
}

} // namespace Greenroom

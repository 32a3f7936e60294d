// SPDX-License-Identifier: MIT
#include "ui/Colours.h"

#include "session/PersonName.h"

#include <algorithm>
#include <cmath>

namespace Greenroom::Colours {

namespace {

constexpr QRgb red = 0xffd32f2f;
constexpr QRgb orange = 0xffb86e00;
constexpr QRgb yellow = 0xffffc83d;
constexpr QRgb green = 0xff2e8b3d;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readable(const QColor &wanted, const QColor &background)
{
    const bool onDark = contrast(Qt::white, background) > contrast(Qt::black, background);
    constexpr int steps = 40;
    for (int step = 0; step <= steps; ++step) {
        const QColor tried = blend(wanted, onDark ? Qt::white : Qt::black, double(step) / steps);
        if (contrast(tried, background) >= textContrast)
            return tried;
    }
    return onDark ? Qt::white : Qt::black;
}

QColor blend(const QColor &ground, const QColor &tint, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(ground.redF(), tint.redF()), mix(ground.greenF(), tint.greenF()),
                            mix(ground.blueF(), tint.blueF()));
}

QColor person(const QString &connectionId, const QColor &background)
{
    constexpr int saturation = 165;
    constexpr int lightness = 115;
    return readable(QColor::fromHsl(PersonName::hueFromId(connectionId), saturation, lightness), background);
}

QColor state(ChatSession::State state, const QColor &background)
{
    switch (state) {
    case ChatSession::State::Connected:
        return readable(QColor::fromRgb(green), background);
    case ChatSession::State::Connecting:
    case ChatSession::State::WaitingToRetry:
    case ChatSession::State::Closing:
        return readable(QColor::fromRgb(orange), background);
    case ChatSession::State::Disconnected:
    case ChatSession::State::Failed:
        break;
    }
    return error(background);
}

QColor warning(const QColor &background)
{
    return readable(QColor::fromRgb(orange), background);
}

QColor error(const QColor &background)
{
    return readable(QColor::fromRgb(red), background);
}

QColor searchHit(const QColor &background, bool current)
{
    // So little on dark grounds that light text can stay light.
    const double share = contrast(Qt::white, background) > contrast(Qt::black, background) ? 0.3 : 0.45;
    return blend(background, QColor::fromRgb(yellow), current ? 1 : share);
}

QColor secondaryText(const QPalette &palette, const QColor &background)
{
    constexpr double share = 0.4;
    return readable(blend(palette.color(QPalette::Text), background, share), background);
}

void setInk(QWidget &widget, const QColor &ink)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, ink);
    widget.setPalette(palette);
}

} // namespace Greenroom::Colours

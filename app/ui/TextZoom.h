// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// How large the text of conversations is, in percent of the platform's; kept in the settings.
class TextZoom
{
public:
    static constexpr int normal = 100;

    /// Borrows `settings`.
    explicit TextZoom(QSettings &settings);

    int percent() const;
    /// Goes so many steps up, or down if negative, as far as there are steps.
    void step(int steps);
    void reset();

private:
    void set(int percent);

    QSettings &m_settings;
};

} // namespace Greenroom

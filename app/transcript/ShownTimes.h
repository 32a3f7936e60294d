// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// Whether the times of lines are shown in the user's time zone or in UTC: one choice for all windows, in the
/// user's settings.
class ShownTimes : public QObject
{
    Q_OBJECT

public:
    /// Borrows `settings`, and has LineText tell times as they say.
    explicit ShownTimes(QSettings &settings, QObject *parent = nullptr);

    /// Qt::LocalTime unless chosen otherwise, or Qt::UTC.
    Qt::TimeSpec zone() const;
    void setZone(Qt::TimeSpec zone);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"

#include <QObject>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

class AddressBar;
class Composer;

/// Keeps what is typed and not sent for the stage in the address field, while it is being typed too.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// Borrows all.
    DraftKeeper(Clock &clock, QSettings &settings, const AddressBar &bar, Composer &composer,
                QObject *parent);

    /// Puts what was kept for `stage` into an empty field.
    void restore(const QUrl &stage);
    /// Keeps what is there now if it has changed since.
    void keep();
    /// Keeps it for `stage` in any case, where nothing else is kept.
    void keepAtEnd(const QUrl &stage);

private:
    void schedule();
    QString draft() const;

    Clock &m_clock;
    QSettings &m_settings;
    const AddressBar &m_bar;
    Composer &m_composer;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom

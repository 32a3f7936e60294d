// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

namespace Greenroom {

/// What pops up on the desktop. All of it is plain text.
struct Notification
{
    enum class Urgency { Normal, Urgent };

    QString summary;
    /// May be empty.
    QString body;
    Urgency urgency = Urgency::Normal;

    bool operator==(const Notification &other) const = default;
};

/// Whatever shows notifications. Nothing here waits for it, and where there is none nothing happens.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Shows `notification`, in place of the one that was shown as `key` if that is still there.
    virtual void show(const QString &key, const Notification &notification) = 0;
    /// Takes away what is shown as `key`, if anything is.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    /// Somebody clicked on what is shown as `key`.
    void activated(const QString &key);
};

} // namespace Greenroom

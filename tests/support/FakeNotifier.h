// SPDX-License-Identifier: MIT
#pragma once

#include "tell/Notifier.h"

#include <QHash>
#include <QList>

namespace Greenroom::Test {

/// A desktop that takes notes of what it is to show.
class FakeNotifier final : public Notifier
{
    Q_OBJECT

public:
    void show(const QString &key, const Notification &notification) override
    {
        shown[key] = notification;
        all.append(notification);
    }
    void withdraw(const QString &key) override { shown.remove(key); }

    /// What is on the screen where only one thing is, and its key.
    Notification only() const { return shown.isEmpty() ? Notification() : shown.constBegin().value(); }
    QString onlyKey() const { return shown.isEmpty() ? QString() : shown.constBegin().key(); }

    /// What is on the screen.
    QHash<QString, Notification> shown;
    /// Every call.
    QList<Notification> all;
};

} // namespace Greenroom::Test

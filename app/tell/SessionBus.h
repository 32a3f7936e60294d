// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace Greenroom {

/// The desktop's message bus, reached in a thread of its own, since reaching it can block. Where there is
/// none, it never opens.
class SessionBus : public QObject
{
    Q_OBJECT

public:
    /// How long anybody waits for an answer from the bus.
    static constexpr int answerTimeoutMs = 5000;

    using QObject::QObject;
    ~SessionBus() override;
    Q_DISABLE_COPY_MOVE(SessionBus)

    /// Begins to reach the bus at `address`, or, if that is empty, that of the environment.
    void open(const QString &address = {});
    bool isOpen() const;
    /// Connected only while isOpen().
    QDBusConnection connection() const;

Q_SIGNALS:
    void opened();

private:
    void adopt(const QString &name);

    QString m_name;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <unordered_map>

namespace Greenroom {

/// Compares passwords with those of a file of users, in threads of its own: each takes long and much memory,
/// so that only some are compared at once and a bounded number wait.
class PasswordChecks : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Right,
        /// Or there is no such user, which takes as long.
        Wrong,
        /// The file cannot be read or is damaged; the log tells why.
        NoUsers,
    };
    using Done = std::function<void(Outcome)>;

    /// What may wait, beside those that are being compared.
    static constexpr std::size_t mostWaiting = 32;

    explicit PasswordChecks(QObject *parent = nullptr);
    /// Forgets what waits, and waits for what is being compared.
    ~PasswordChecks() override;
    Q_DISABLE_COPY_MOVE(PasswordChecks)

    /// Whether there is room for one more.
    bool hasRoom() const;
    /// Compares `password`, a prepared one; `done` is called once, from the event loop.
    void start(const QString &usersFile, const QString &user, const QByteArray &password, Done done);

private:
    void finish(quint64 number, Outcome outcome);

    quint64 m_lastNumber = 0;
    std::unordered_map<quint64, Done> m_running;
    QThreadPool m_threads;
};

} // namespace Greenroom

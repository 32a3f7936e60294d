// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "secrets/SecretStore.h"

#include <QObject>
#include <unordered_map>

namespace QKeychain {
class Job;
} // namespace QKeychain

namespace Greenroom {

/// The platform's keychain: on Linux what speaks org.freedesktop.secrets. Its own time limits are longer than
/// ours or there are none, since it may ask the user something, and it does one job after the other: while
/// one is late, everything else is answered as failed at once.
/// https://specifications.freedesktop.org/secret-service/latest/
class KeychainSecretStore final : public SecretStore
{
public:
    /// Borrows `clock`.
    explicit KeychainSecretStore(Clock &clock);
    ~KeychainSecretStore() override;
    Q_DISABLE_COPY_MOVE(KeychainSecretStore)

    void read(const QString &key, Reply reply) override;
    void write(const QString &key, const QString &secret, Reply reply) override;
    void remove(const QString &key, Reply reply) override;

private:
    struct Attempt
    {
        /// None once the time is over.
        Reply reply;
        std::unique_ptr<Alarm> limit;
    };

    using Moment = std::chrono::milliseconds;

    Moment deadline() const;
    void write(const QString &key, const QString &secret, Moment until, Reply reply);
    void start(QKeychain::Job *job, const QString &key, Moment until, Reply reply);
    void refuse(Reply reply);
    void giveUp(const QKeychain::Job *job);
    void finish(QKeychain::Job *job);
    bool isLate() const;

    Clock &m_clock;
    std::unordered_map<const QKeychain::Job *, Attempt> m_attempts;
    quint64 m_lastRefusal = 0;
    std::unordered_map<quint64, std::unique_ptr<Alarm>> m_refusals;
    /// Gone first, so that no job finds anything here later.
    QObject m_context;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>
#include <QUrl>
#include <functional>
#include <utility>

namespace Greenroom {

class SecretStore;

/// The secrets of all stages: in memory for this run of the program, and in a SecretStore for the next.
/// Nothing here waits for the store. Addresses are taken without their secrets.
class Secrets : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        /// User name, password and query items of the address.
        AddressPart,
        /// Values of headers.
        Headers,
        Token,
        Password,
    };
    Q_ENUM(Kind)

    /// Borrows `store`; without one, secrets last for this run.
    explicit Secrets(SecretStore *store, QObject *parent = nullptr);

    /// What is known by now; empty if nothing is.
    QString of(const QUrl &stage, Kind kind) const;
    /// Fetches the stage's secrets from the store if they were not fetched yet; then, once, and within the
    /// store's time limit whatever happens, calls `then`, unless `context` has gone.
    void load(const QUrl &stage, QObject *context, std::function<void()> then);
    /// Keeps `secret` for this run and, if the store can, for the next.
    void keep(const QUrl &stage, Kind kind, const QString &secret);
    void forget(const QUrl &stage, Kind kind);
    void forgetStage(const QUrl &stage);
    /// Of all stages, those that are not loaded too.
    void forgetAll();

Q_SIGNALS:
    void changed(const QUrl &stage, Greenroom::Secrets::Kind kind);

private:
    SecretStore *m_store;
    QHash<std::pair<QUrl, int>, QString> m_known;
};

} // namespace Greenroom

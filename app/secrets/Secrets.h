// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "secrets/SecretIndex.h"
#include "secrets/SecretStore.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <functional>
#include <list>
#include <optional>

namespace Greenroom {

class SecretEntry;

/// The secrets of all stages: in memory for this run of the program, and in a SecretStore for the next.
/// Nothing here waits for the store. Addresses are taken without their secrets.
class Secrets : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        /// User name, password and query items of the address, as AddressSecrets has them.
        AddressPart,
        /// What the stage's options leave out, as OptionSecrets has it: values of headers and the like.
        Headers,
        Token,
        Password,
    };
    Q_ENUM(Kind)

    /// Secrets that last for this run.
    explicit Secrets(QObject *parent = nullptr);
    /// Borrows all. Without a `store`, secrets last for this run, and `settings` are left alone.
    Secrets(Clock &clock, SecretStore *store, QSettings &settings, QObject *parent = nullptr);
    ~Secrets() override;
    Q_DISABLE_COPY_MOVE(Secrets)

    /// What is known by now; empty if nothing is.
    QString of(const QUrl &stage, Kind kind) const;
    /// Whether there is one: it is known by now, or it is said to be in the store.
    bool has(const QUrl &stage, Kind kind) const;
    /// Whether load() would have nothing to fetch.
    bool isLoaded(const QUrl &stage) const;
    /// Whether there is a store, which may be out of use.
    bool hasStore() const;
    /// Whether the store is used, which the user may have switched off for good.
    bool usesStore() const;
    /// One translated sentence or two on why the store can't be used and what that means; empty while it can.
    /// Where it is switched off, what could not be erased is told of and nothing else.
    QString trouble() const;

    /// Fetches the stage's secrets from the store if they were not fetched yet; then, once, and within the
    /// store's time limit whatever happens, calls `then`, unless `context` has gone.
    void load(const QUrl &stage, QObject *context, std::function<void()> then);
    /// Keeps `secret` for this run and, if the store can, for the next.
    void keep(const QUrl &stage, Kind kind, const QString &secret);
    void forget(const QUrl &stage, Kind kind);
    void forgetStage(const QUrl &stage);
    /// Of all stages, those that are not loaded too.
    void forgetAll();

    /// Does now what the store could not do before, if it can.
    void tryAgain();
    /// Is kept over restarts. Where it is off, nothing is read or written. What is forgotten is erased all
    /// the same, now or at a later start, and all else of the stage with it, which would have to be
    /// rewritten.
    void setUsesStore(bool uses);
    /// Gives the store its time limit to end what is under way, which the program's end would cut off. Runs
    /// an event loop.
    void finish();

Q_SIGNALS:
    void changed(const QUrl &stage, Greenroom::Secrets::Kind kind);
    /// trouble() or usesStore() has another answer.
    void troubleChanged();

private:
    struct Waiting
    {
        SecretEntry *entry = nullptr;
        QPointer<QObject> context;
        std::function<void()> then;
        std::unique_ptr<Alarm> limit;
    };

    SecretEntry *find(const QUrl &stage) const;
    SecretEntry &entry(const QUrl &stage);
    bool hasLeftOver() const;
    bool isBusy() const;
    void syncAll();
    void noteAnswer(const SecretStore::Answer &answer);
    void setTrouble(const QString &sentence);
    void callWaiting(const SecretEntry *entry);
    void callWaiting(std::list<Waiting>::iterator waiting);

    Clock *m_clock = nullptr;
    SecretStore *m_store = nullptr;
    std::optional<SecretIndex> m_index;
    QHash<QUrl, SecretEntry *> m_entries;
    std::list<Waiting> m_waiting;
    /// The store's sentence.
    QString m_trouble;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/SecretStore.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QUrl>

namespace Greenroom {

class SecretIndex;

/// The secrets of one stage, by their kinds, in memory and as one entry of the store: a JSON object. The
/// store has one job of an entry at a time, so that the last value wins.
class SecretEntry : public QObject
{
    Q_OBJECT

public:
    /// Borrows both; without a store there is memory alone, and nothing is noted.
    SecretEntry(QUrl stage, SecretStore *store, SecretIndex *index, QObject *parent);

    /// What is known by now; empty if nothing is.
    QString value(const QString &kind) const;
    /// Of those known by now and those that the store is said to have.
    QStringList kinds() const;
    /// Nothing of it is only in the store.
    bool isLoaded() const;
    /// The store has a job of it.
    bool isBusy() const;

    void load();
    /// An empty one forgets the kind.
    void set(const QString &kind, const QString &secret);
    /// Forgets all.
    void clear();
    /// Does what could not be done before, if there is anything.
    void sync();
    /// Notes in the index what the store has or is to have; that is another thing once the store is unwanted.
    void note();

Q_SIGNALS:
    void changed(const QString &kind);
    /// What load() has asked for is there or can't be had now.
    void settled();
    /// The store has answered.
    void answered(const Greenroom::SecretStore::Answer &answer);

private:
    using Outcome = SecretStore::Answer::Outcome;

    bool isToBeErased() const;
    void read();
    void probe();
    void write();
    void remove();
    void take(const QString &json);
    void takeNothing();
    void handleRead(const SecretStore::Answer &answer);
    void handleProbed(const SecretStore::Answer &answer);
    void handleWritten(const SecretStore::Answer &answer);
    void handleRemoved(const SecretStore::Answer &answer);
    SecretStore::Reply reply(void (SecretEntry::*handle)(const SecretStore::Answer &));
    QString key() const;
    QString json() const;

    QUrl m_stage;
    SecretStore *m_store;
    SecretIndex *m_index;
    QMap<QString, QString> m_values;
    /// Kinds that were set or forgotten before the entry was read.
    QSet<QString> m_touched;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    /// The store has just worked, so that what it does not find now is not there.
    bool m_isUnlocked = false;
    bool m_isBusy = false;
    /// The store has to be told of the present values.
    bool m_isStale = false;
    /// A part of what is stale is something that was forgotten.
    bool m_erases = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "secrets/SecretEntry.h"

#include "secrets/SecretIndex.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace Greenroom {

SecretEntry::SecretEntry(QUrl stage, SecretStore *store, SecretIndex *index, QObject *parent)
    : QObject(parent),
      m_stage(std::move(stage)),
      m_store(store),
      m_index(index),
      m_isLoaded(store == nullptr || index->kinds(m_stage).isEmpty()),
      m_isStale(m_isLoaded && store != nullptr && index->contains(m_stage)),
      m_erases(m_isStale)
{
}

QString SecretEntry::value(const QString &kind) const
{
    return m_values.value(kind);
}

QStringList SecretEntry::kinds() const
{
    QStringList kinds = m_values.keys();
    if (m_isLoaded)
        return kinds;
    const QStringList noted = m_index->kinds(m_stage);
    for (const QString &kind : noted) {
        if (!m_touched.contains(kind) && !kinds.contains(kind))
            kinds.append(kind);
    }
    return kinds;
}

bool SecretEntry::isLoaded() const
{
    return m_isLoaded;
}

bool SecretEntry::isBusy() const
{
    return m_isBusy;
}

void SecretEntry::load()
{
    m_isLoading = true;
    sync();
}

void SecretEntry::set(const QString &kind, const QString &secret)
{
    if (!m_isLoaded)
        m_touched.insert(kind);
    const bool isNews = m_values.value(kind) != secret;
    if (secret.isEmpty())
        m_values.remove(kind);
    else
        m_values.insert(kind, secret);
    m_isStale = true;
    m_erases = m_erases || secret.isEmpty();
    // As far as anybody knows there is nothing else in it.
    m_isLoaded = m_isLoaded || kinds().isEmpty();
    note();
    if (isNews)
        Q_EMIT changed(kind);
    sync();
}

void SecretEntry::clear()
{
    const QStringList known = std::exchange(m_values, {}).keys();
    m_isLoaded = true;
    m_isLoading = false;
    m_isStale = true;
    m_erases = true;
    note();
    for (const QString &kind : known)
        Q_EMIT changed(kind);
    sync();
}

void SecretEntry::sync()
{
    if (m_isBusy || m_store == nullptr)
        return;
    const bool mayUseStore = m_index->usesStore();
    if (isToBeErased())
        remove();
    else if (!m_isLoaded && (m_isStale || m_isLoading) && mayUseStore)
        read();
    else if (m_isLoaded && m_isStale && !m_values.isEmpty() && mayUseStore)
        write();
}

/// Where the user does not want the store, erasing is still what the user wants; nothing is written there, so
/// the whole entry goes.
bool SecretEntry::isToBeErased() const
{
    const bool isRest = m_isLoaded && m_values.isEmpty();
    return m_isStale && m_index->contains(m_stage) && (isRest || (m_erases && !m_index->usesStore()));
}

/// Before the store is told, so that nothing is ever in it that nobody knows of.
void SecretEntry::note()
{
    if (m_store == nullptr || (!m_index->contains(m_stage) && m_values.isEmpty()))
        return;
    const bool isLost = m_index->contains(m_stage) && m_erases && !m_index->usesStore();
    m_index->set(m_stage, isLost ? QStringList() : kinds());
}

void SecretEntry::read()
{
    m_isBusy = true;
    m_store->read(key(), reply(&SecretEntry::handleRead));
}

/// A locked store finds nothing, but removes nothing either: this tells whether it is one.
void SecretEntry::probe()
{
    m_isBusy = true;
    m_store->remove(QStringLiteral("greenroom-probe"), reply(&SecretEntry::handleProbed));
}

void SecretEntry::write()
{
    m_isBusy = true;
    m_isStale = false;
    m_store->write(key(), json(), reply(&SecretEntry::handleWritten));
}

void SecretEntry::remove()
{
    m_isBusy = true;
    m_isLoaded = true;
    m_isLoading = false;
    m_isStale = false;
    note();
    m_store->remove(key(), reply(&SecretEntry::handleRemoved));
}

void SecretEntry::handleRead(const SecretStore::Answer &answer)
{
    const bool isUnlocked = std::exchange(m_isUnlocked, false);
    if (answer.outcome == Outcome::Failed)
        return;
    m_isLoading = false;
    if (answer.outcome == Outcome::Done && !m_isLoaded)
        take(answer.secret);
    else if (!m_isLoaded && isUnlocked)
        takeNothing();
    if (!m_isLoaded && m_isStale)
        probe();
    else
        sync();
}

/// To be read again, since it may have been unlocked only now.
void SecretEntry::handleProbed(const SecretStore::Answer &answer)
{
    m_isUnlocked = answer.outcome != Outcome::Failed;
    if (m_isUnlocked)
        sync();
}

void SecretEntry::handleWritten(const SecretStore::Answer &answer)
{
    if (answer.outcome == Outcome::Failed) {
        m_isStale = true;
        return;
    }
    m_erases = m_erases && m_isStale;
    sync();
}

void SecretEntry::handleRemoved(const SecretStore::Answer &answer)
{
    if (answer.outcome == Outcome::Failed) {
        m_isStale = true;
        return;
    }
    m_erases = false;
    m_isStale = !m_values.isEmpty();
    if (m_values.isEmpty())
        m_index->remove(m_stage);
    else
        note();
    sync();
}

/// What was said meanwhile goes before what was kept.
void SecretEntry::take(const QString &json)
{
    m_isLoaded = true;
    const QJsonObject kept = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto entry = kept.begin(); entry != kept.end(); ++entry) {
        const QString secret = entry.value().toString();
        if (m_touched.contains(entry.key()) || secret.isEmpty())
            continue;
        m_values.insert(entry.key(), secret);
        Q_EMIT changed(entry.key());
    }
    note();
}

/// What was noted is not there any more.
void SecretEntry::takeNothing()
{
    m_isLoaded = true;
    note();
}

/// The store may answer when this is gone.
SecretStore::Reply SecretEntry::reply(void (SecretEntry::*handle)(const SecretStore::Answer &))
{
    return [self = QPointer(this), handle](const SecretStore::Answer &answer) {
        if (self.isNull())
            return;
        self->m_isBusy = false;
        (*self.*handle)(answer);
        if (answer.outcome == Outcome::Failed || !self->m_isLoading)
            Q_EMIT self->settled();
        if (!self.isNull())
            Q_EMIT self->answered(answer);
    };
}

QString SecretEntry::key() const
{
    return m_stage.toString(QUrl::FullyEncoded);
}

QString SecretEntry::json() const
{
    QJsonObject kept;
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        kept.insert(value.key(), value.value());
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace Greenroom

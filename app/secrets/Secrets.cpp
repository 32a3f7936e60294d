// SPDX-License-Identifier: MIT
#include "secrets/Secrets.h"

#include "common/Redaction.h"
#include "secrets/SecretEntry.h"

#include <QEventLoop>
#include <QMetaEnum>
#include <QTimer>
#include <algorithm>

namespace Greenroom {

namespace {

QMetaEnum kindNames()
{
    return QMetaEnum::fromType<Secrets::Kind>();
}

/// As it is in the store and in the settings.
QString kindName(Secrets::Kind kind)
{
    return QString::fromLatin1(kindNames().valueToKey(static_cast<int>(kind)));
}

} // namespace

Secrets::Secrets(QObject *parent) : QObject(parent) {}

Secrets::Secrets(Clock &clock, SecretStore *store, QSettings &settings, QObject *parent)
    : QObject(parent), m_clock(&clock), m_store(store)
{
    if (store == nullptr)
        return;
    m_index.emplace(settings);
    store->setAwake([this] { syncAll(); });
    // What could not be erased at a former start, which is wanted also where the store is not.
    if (hasLeftOver())
        QTimer::singleShot(0, this, &Secrets::syncAll);
}

Secrets::~Secrets()
{
    if (m_store != nullptr)
        m_store->setAwake({});
}

QString Secrets::of(const QUrl &stage, Kind kind) const
{
    const SecretEntry *found = find(stage);
    return found == nullptr ? QString() : found->value(kindName(kind));
}

bool Secrets::has(const QUrl &stage, Kind kind) const
{
    if (const SecretEntry *found = find(stage); found != nullptr)
        return found->kinds().contains(kindName(kind));
    return m_index && m_index->kinds(stage).contains(kindName(kind));
}

bool Secrets::isLoaded(const QUrl &stage) const
{
    if (const SecretEntry *found = find(stage); found != nullptr)
        return found->isLoaded();
    return !m_index || m_index->kinds(stage).isEmpty();
}

bool Secrets::hasStore() const
{
    return m_store != nullptr;
}

bool Secrets::usesStore() const
{
    return m_index && m_index->usesStore();
}

QString Secrets::trouble() const
{
    if (m_trouble.isEmpty())
        return {};
    if (hasLeftOver())
        return tr("%1 What was to be forgotten is still in the keychain.",
                  "%1 is a sentence on what is wrong with the keychain")
            .arg(m_trouble);
    return usesStore() ? tr("%1 Secrets are kept in memory until Greenroom ends.",
                            "%1 is a sentence on what is wrong with the keychain")
                             .arg(m_trouble)
                       : QString();
}

void Secrets::load(const QUrl &stage, QObject *context, std::function<void()> then)
{
    if (isLoaded(stage) || !usesStore()) {
        QTimer::singleShot(0, context, std::move(then));
        return;
    }
    SecretEntry &loading = entry(stage);
    const auto waiting = m_waiting.insert(m_waiting.end(), {&loading, context, std::move(then), {}});
    waiting->limit = m_clock->ringAfter(SecretStore::timeLimit, [this, waiting] { callWaiting(waiting); });
    loading.load();
}

void Secrets::keep(const QUrl &stage, Kind kind, const QString &secret)
{
    entry(stage).set(kindName(kind), secret);
}

void Secrets::forget(const QUrl &stage, Kind kind)
{
    if (has(stage, kind))
        entry(stage).set(kindName(kind), {});
}

void Secrets::forgetStage(const QUrl &stage)
{
    if (find(stage) != nullptr || (m_index && m_index->contains(stage)))
        entry(stage).clear();
}

void Secrets::forgetAll()
{
    QList<QUrl> stages = m_entries.keys();
    if (m_index)
        stages += m_index->stages();
    for (const QUrl &stage : std::as_const(stages))
        forgetStage(stage);
}

void Secrets::tryAgain()
{
    setTrouble({});
    syncAll();
}

void Secrets::setUsesStore(bool uses)
{
    if (!m_index)
        return;
    m_index->setUsesStore(uses);
    for (SecretEntry *each : qAsConst(m_entries))
        each->note();
    m_trouble.clear();
    Q_EMIT troubleChanged();
    if (uses)
        syncAll();
}

void Secrets::finish()
{
    if (!isBusy())
        return;
    QEventLoop loop;
    for (const SecretEntry *entry : qAsConst(m_entries)) {
        connect(entry, &SecretEntry::answered, &loop, [this, &loop] {
            if (!isBusy())
                loop.quit();
        });
    }
    const auto limit = m_clock->ringAfter(SecretStore::timeLimit, [&loop] { loop.quit(); });
    loop.exec();
}

bool Secrets::isBusy() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const SecretEntry *entry) { return entry->isBusy(); });
}

SecretEntry *Secrets::find(const QUrl &stage) const
{
    return m_entries.value(Redaction::withoutSecrets(stage));
}

SecretEntry &Secrets::entry(const QUrl &stage)
{
    if (SecretEntry *found = find(stage); found != nullptr)
        return *found;
    const QUrl clean = Redaction::withoutSecrets(stage);
    auto *made = new SecretEntry(clean, m_store, m_index ? &*m_index : nullptr, this);
    m_entries.insert(clean, made);
    connect(made, &SecretEntry::changed, this, [this, clean](const QString &kind) {
        bool isKnown = false;
        const int value = kindNames().keyToValue(kind.toLatin1().constData(), &isKnown);
        if (isKnown)
            Q_EMIT changed(clean, static_cast<Kind>(value));
    });
    connect(made, &SecretEntry::settled, this, [this, made] { callWaiting(made); });
    connect(made, &SecretEntry::answered, this, &Secrets::noteAnswer);
    return *made;
}

/// Whether there is an entry that should be gone.
bool Secrets::hasLeftOver() const
{
    const QList<QUrl> stages = m_index->stages();
    return std::any_of(stages.begin(), stages.end(),
                       [this](const QUrl &stage) { return m_index->kinds(stage).isEmpty(); });
}

void Secrets::syncAll()
{
    if (m_index) {
        const QList<QUrl> stages = m_index->stages();
        for (const QUrl &stage : stages)
            entry(stage);
    }
    const QList<SecretEntry *> all = m_entries.values();
    for (SecretEntry *each : all)
        each->sync();
}

void Secrets::noteAnswer(const SecretStore::Answer &answer)
{
    using Outcome = SecretStore::Answer::Outcome;
    const bool wasInTrouble = !m_trouble.isEmpty();
    if (answer.outcome == Outcome::Failed)
        setTrouble(answer.trouble);
    else if (answer.outcome == Outcome::Done)
        setTrouble({});
    // What failed before may be done as well now.
    if (wasInTrouble && m_trouble.isEmpty())
        syncAll();
}

void Secrets::setTrouble(const QString &sentence)
{
    if (std::exchange(m_trouble, sentence) != sentence)
        Q_EMIT troubleChanged();
}

void Secrets::callWaiting(const SecretEntry *entry)
{
    // One may ask for another load, or for the end of all this.
    std::list<Waiting> ready;
    for (auto each = m_waiting.begin(); each != m_waiting.end();) {
        const auto next = std::next(each);
        if (each->entry == entry)
            ready.splice(ready.end(), m_waiting, each);
        each = next;
    }
    for (const Waiting &each : ready) {
        if (each.context)
            each.then();
    }
}

void Secrets::callWaiting(std::list<Waiting>::iterator waiting)
{
    std::list<Waiting> ready;
    ready.splice(ready.end(), m_waiting, waiting);
    if (ready.front().context)
        ready.front().then();
}

} // namespace Greenroom

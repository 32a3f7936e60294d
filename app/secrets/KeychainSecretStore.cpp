// SPDX-License-Identifier: MIT
#include "secrets/KeychainSecretStore.h"

#include "common/Redaction.h"

#include <QCoreApplication>
#include <algorithm>
#include <qt6keychain/keychain.h>

namespace Greenroom {

namespace {

using Outcome = SecretStore::Answer::Outcome;

struct KeychainWords
{
    Q_DECLARE_TR_FUNCTIONS(KeychainSecretStore)
};

QString keychainService()
{
    return QStringLiteral("greenroom");
}

/// The library has one code for all that goes wrong on the way to a service; only the words differ.
bool meansNoService(const QString &words)
{
    return words.contains(QLatin1String("D-Bus")) || words.contains(QLatin1String("org.freedesktop.secrets"));
}

QString troubleOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return KeychainWords::tr("The keychain refused access.");
    case QKeychain::AccessDenied:
        return KeychainWords::tr("The keychain is locked.");
    default:
        break;
    }
    if (job.error() == QKeychain::NoBackendAvailable || meansNoService(job.errorString()))
        return KeychainWords::tr("There is no keychain service here.");
    return KeychainWords::tr("The keychain has a problem: %1.", "%1 is what it says of it")
        .arg(Redaction::withoutSecretsIn(job.errorString()));
}

SecretStore::Answer tooLate()
{
    return {Outcome::Failed,
            {},
            KeychainWords::tr("The keychain did not answer within %n second(s).", nullptr,
                              static_cast<int>(SecretStore::timeLimit.count()))};
}

SecretStore::Answer answerOf(const QKeychain::Job &job)
{
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    switch (job.error()) {
    case QKeychain::NoError:
        return {Outcome::Done, reading != nullptr ? reading->textData() : QString()};
    case QKeychain::EntryNotFound:
        return {Outcome::NotFound};
    default:
        return {Outcome::Failed, {}, troubleOf(job)};
    }
}

} // namespace

KeychainSecretStore::KeychainSecretStore(Clock &clock) : m_clock(clock) {}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::read(const QString &key, Reply reply)
{
    start(new QKeychain::ReadPasswordJob(keychainService()), key, deadline(), std::move(reply));
}

void KeychainSecretStore::write(const QString &key, const QString &secret, Reply reply)
{
    write(key, secret, deadline(), std::move(reply));
}

void KeychainSecretStore::remove(const QString &key, Reply reply)
{
    // A locked keychain removes nothing and calls it a success; only writing tells. And what was overwritten
    // is gone, whatever comes next.
    const auto until = deadline();
    write(key, QStringLiteral("-"), until,
          [this, key, until, reply = std::move(reply)](const Answer &written) {
              if (written.outcome == Outcome::Failed) {
                  reply(written);
                  return;
              }
              start(new QKeychain::DeletePasswordJob(keychainService()), key, until,
                    [reply](const Answer &removed) {
                        reply(removed.outcome == Outcome::NotFound ? Answer{} : removed);
                    });
          });
}

KeychainSecretStore::Moment KeychainSecretStore::deadline() const
{
    return m_clock.steadyTime() + timeLimit;
}

void KeychainSecretStore::write(const QString &key, const QString &secret, Moment until, Reply reply)
{
    auto *job = new QKeychain::WritePasswordJob(keychainService());
    // Text always: what was written as binary can't be read as text.
    job->setTextData(secret);
    start(job, key, until, std::move(reply));
}

/// Jobs have no parent and end themselves: one that is deleted before it has finished crashes the program.
void KeychainSecretStore::start(QKeychain::Job *job, const QString &key, Moment until, Reply reply)
{
    if (isLate()) {
        delete job;
        refuse(std::move(reply));
        return;
    }
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this](auto *done) { finish(done); });
    const auto left = until - m_clock.steadyTime();
    m_attempts[job] = {std::move(reply), m_clock.ringAfter(left, [this, job] { giveUp(job); })};
    job->start();
}

/// Later, as every answer.
void KeychainSecretStore::refuse(Reply reply)
{
    const quint64 number = ++m_lastRefusal;
    m_refusals[number] = m_clock.ringAfter({}, [this, number, reply = std::move(reply)] {
        const auto refused = m_refusals.extract(number);
        reply(tooLate());
    });
}

void KeychainSecretStore::giveUp(const QKeychain::Job *job)
{
    Attempt &attempt = m_attempts[job];
    const std::unique_ptr<Alarm> rung = std::move(attempt.limit);
    const Reply reply = std::exchange(attempt.reply, {});
    reply(tooLate());
}

void KeychainSecretStore::finish(QKeychain::Job *job)
{
    const Attempt attempt = std::move(m_attempts.extract(job).mapped());
    if (attempt.reply)
        attempt.reply(answerOf(*job));
    else if (answerOf(*job).outcome != Outcome::Failed && !isLate())
        tellAwake();
}

/// A job that was given up is still under way, and others would wait for it.
bool KeychainSecretStore::isLate() const
{
    return std::any_of(m_attempts.begin(), m_attempts.end(),
                       [](const auto &attempt) { return !attempt.second.reply; });
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/SecretStore.h"

#include <QCoreApplication>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace Greenroom::Test {

/// A store in memory, with a manner of answering. Outlives whoever uses it, as the keychain does.
class MemorySecretStore final : public SecretStore
{
public:
    enum class Manner {
        Answers,
        Fails,
        /// Reads find nothing, all else fails.
        IsLocked,
        /// As a locked one at the next read, and unlocked from then on.
        IsUnlockedLate,
        /// Against the promise of every store.
        NeverAnswers,
    };

    void read(const QString &key, Reply reply) override
    {
        calls << QStringLiteral("read ") + key;
        answer(std::move(reply), [this, key] {
            return entries.contains(key) ? Answer{Answer::Outcome::Done, entries.value(key)}
                                         : Answer{Answer::Outcome::NotFound};
        });
    }
    void write(const QString &key, const QString &secret, Reply reply) override
    {
        calls << QStringLiteral("write ") + key;
        answer(std::move(reply), [this, key, secret] {
            entries.insert(key, secret);
            return Answer{};
        });
    }
    void remove(const QString &key, Reply reply) override
    {
        calls << QStringLiteral("remove ") + key;
        answer(std::move(reply), [this, key] {
            entries.remove(key);
            return Answer{};
        });
    }
    /// What the user does who unlocks the keychain at last.
    void wake()
    {
        manner = Manner::Answers;
        tellAwake();
    }

    /// Returns as soon as nobody has anything more to ask of it.
    void settle() const
    {
        QStringList before;
        do {
            before = calls;
            QCoreApplication::processEvents();
        } while (before != calls);
    }

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a test plays with them.
    Manner manner = Manner::Answers;
    QMap<QString, QString> entries;
    QStringList calls;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

private:
    void answer(Reply reply, const std::function<Answer()> &act)
    {
        const bool isRead = calls.constLast().startsWith(QLatin1String("read"));
        Answer answer{Answer::Outcome::Failed, {}, QStringLiteral("The store is broken.")};
        if (manner == Manner::NeverAnswers)
            return;
        if (manner == Manner::Answers)
            answer = act();
        else if ((manner == Manner::IsLocked || manner == Manner::IsUnlockedLate) && isRead)
            answer = {Answer::Outcome::NotFound};
        if (manner == Manner::IsUnlockedLate)
            manner = Manner::Answers;
        QTimer::singleShot(0, &m_context, [reply = std::move(reply), answer] { reply(answer); });
    }

    QObject m_context;
};

} // namespace Greenroom::Test

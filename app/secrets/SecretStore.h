// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <chrono>
#include <functional>

namespace Greenroom {

/// Where secrets are kept over restarts. Each call returns at once and is answered once, later, within
/// `timeLimit`, unless the store is destroyed first.
class SecretStore
{
public:
    static constexpr std::chrono::seconds timeLimit{5};

    struct Answer
    {
        enum class Outcome { Done, NotFound, Failed };

        Outcome outcome = Outcome::Done;
        /// What was read.
        QString secret = {};
        /// Of a Failed one: a translated sentence that says what is wrong with the store.
        QString trouble = {};
    };
    using Reply = std::function<void(const Answer &answer)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// A locked one may find nothing instead of failing.
    virtual void read(const QString &key, Reply reply) = 0;
    virtual void write(const QString &key, const QString &secret, Reply reply) = 0;
    /// What is not there is removed with success; a locked one fails, as it does at writing.
    virtual void remove(const QString &key, Reply reply) = 0;

    /// From now on calls `awake` when the store works after all, having been too late with an answer.
    void setAwake(std::function<void()> awake) { m_awake = std::move(awake); }

protected:
    void tellAwake() const
    {
        if (m_awake)
            m_awake();
    }

private:
    std::function<void()> m_awake;
};

} // namespace Greenroom

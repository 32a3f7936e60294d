// SPDX-License-Identifier: MIT
#include "login/PasswordChecks.h"

#include "common/Logging.h"
#include "login/PasswordHash.h"
#include "login/UserFile.h"

#include <QThread>
#include <algorithm>

namespace Greenroom {

namespace {

/// Each takes 64 MB, and one processor is the gateway's.
constexpr int mostAtOnce = 4;

PasswordChecks::Outcome outcomeOf(const QString &usersFile, const QString &user, const QByteArray &password)
{
    const auto users = UserFile::read(usersFile);
    if (!users) {
        qCWarning(gatewayLog) << "Nobody can sign in:" << qUtf8Printable(users.error().message);
        return PasswordChecks::Outcome::NoUsers;
    }
    const bool isRight = PasswordHash::matches(users->hashToCompare(user), password);
    return isRight && users->has(user) ? PasswordChecks::Outcome::Right : PasswordChecks::Outcome::Wrong;
}

} // namespace

PasswordChecks::PasswordChecks(QObject *parent) : QObject(parent)
{
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, mostAtOnce));
}

PasswordChecks::~PasswordChecks()
{
    m_threads.clear();
    m_threads.waitForDone();
}

bool PasswordChecks::hasRoom() const
{
    return m_running.size() < static_cast<std::size_t>(m_threads.maxThreadCount()) + mostWaiting;
}

void PasswordChecks::start(const QString &usersFile, const QString &user, const QByteArray &password,
                           Done done)
{
    const quint64 number = ++m_lastNumber;
    m_running.emplace(number, std::move(done));
    // The destructor waits for the threads, so that we are still there when they have finished.
    m_threads.start([this, number, usersFile, user, password] {
        const Outcome outcome = outcomeOf(usersFile, user, password);
        QMetaObject::invokeMethod(
            this, [this, number, outcome] { finish(number, outcome); }, Qt::QueuedConnection);
    });
}

void PasswordChecks::finish(quint64 number, Outcome outcome)
{
    const auto node = m_running.extract(number);
    if (!node.empty())
        node.mapped()(outcome);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/HttpReply.h"
#include "login/FailureDelays.h"
#include "login/LoginCall.h"
#include "login/LoginSettings.h"
#include "login/PasswordChecks.h"

#include <QCoreApplication>

namespace Greenroom {

struct LoginRequest;

/// Answers the calls to `/{stage}/auth`, where a user gets a token for a password. Its answers are those that
/// the page of the tutorial reads: `{"statusCode":200,"body":"{\"token\":\"…\"}"}`, or another status and
/// `{\"message\":\"…\"}`; the HTTP status is the same.
class LoginApi : public QObject
{
    Q_OBJECT

public:
    /// Called once, maybe at once.
    using Done = std::function<void(const HttpReply &)>;

    /// The largest body that is of any use.
    static constexpr qint64 mostBodyBytes = 16384;

    /// Borrows `clock`. Destroying it forgets all calls: no Done is called any more.
    explicit LoginApi(Clock &clock, QObject *parent = nullptr);

    /// POST: 200, 400 for what is no request, 401 where user or password is wrong, 429 for who has failed
    /// often, with `Retry-After`, 500 where there are no users to compare with, 503 where too many sign in.
    /// OPTIONS, by which browsers ask whether a page may: 204. Others: 405. `source` is the client's address.
    void answer(const LoginCall &call, const LoginSettings &settings, const QString &source,
                const QByteArray &body, const Done &done);

    /// The answer where the request's body has not come: 400, 408 or 413.
    static HttpReply badBody(const LoginCall &call, int status);

private:
    void logIn(const LoginCall &call, const LoginSettings &settings, const QString &source,
               const LoginRequest &request, const Done &done);
    HttpReply judge(PasswordChecks::Outcome outcome, const LoginCall &call, const LoginSettings &settings,
                    const QString &source, const QString &user);
    HttpReply tooSoon(const LoginCall &call, std::chrono::milliseconds wait) const;
    QByteArray token(const QString &user, const LoginSettings &settings) const;

    Clock &m_clock;
    FailureDelays m_usersDelays;
    FailureDelays m_sourcesDelays;
    PasswordChecks m_checks;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "login/LoginApi.h"

#include "common/JsonWebToken.h"
#include "login/LoginReplies.h"
#include "login/LoginRequest.h"

namespace Greenroom {

namespace {

constexpr int badRequestStatus = 400;
constexpr int unauthorizedStatus = 401;
constexpr int methodNotAllowedStatus = 405;
constexpr int requestTimeoutStatus = 408;
constexpr int tooLargeStatus = 413;
constexpr int tooManyRequestsStatus = 429;
constexpr int serverErrorStatus = 500;
constexpr int unavailableStatus = 503;

/// Many people may come from one address.
FailureDelays::Limits ofSources()
{
    constexpr int freeTries = 50;
    FailureDelays::Limits limits;
    limits.freeTries = freeTries;
    return limits;
}

/// Of one user from one address, so that nobody locks out another.
QString keyOf(const QString &user, const QString &source)
{
    return source + u'\n' + user;
}

} // namespace

LoginApi::LoginApi(Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_usersDelays(clock, {}),
      m_sourcesDelays(clock, ofSources()),
      m_checks(this)
{
}

void LoginApi::answer(const LoginCall &call, const LoginSettings &settings, const QString &source,
                      const QByteArray &body, const Done &done)
{
    if (call.method == "OPTIONS") {
        done(LoginReplies::preflight(call.origin));
        return;
    }
    if (call.method != "POST") {
        HttpReply reply = LoginReplies::refusal(methodNotAllowedStatus,
                                                tr("Signing in takes a POST request."), call.origin);
        reply.headers.emplaceBack("Allow", "POST, OPTIONS");
        done(reply);
        return;
    }
    const auto request = LoginRequest::parse(body);
    if (request)
        logIn(call, settings, source, *request, done);
    else
        done(LoginReplies::refusal(badRequestStatus, request.error().message, call.origin));
}

HttpReply LoginApi::badBody(const LoginCall &call, int status)
{
    if (status == tooLargeStatus)
        return LoginReplies::refusal(
            status, tr("The request is larger than %n byte(s).", nullptr, static_cast<int>(mostBodyBytes)),
            call.origin);
    if (status == requestTimeoutStatus)
        return LoginReplies::refusal(status, tr("The request took too long to arrive."), call.origin);
    return LoginReplies::refusal(status, tr("The request is damaged."), call.origin);
}

void LoginApi::logIn(const LoginCall &call, const LoginSettings &settings, const QString &source,
                     const LoginRequest &request, const Done &done)
{
    const QString key = keyOf(request.user, source);
    const auto wait = std::max(m_usersDelays.wait(key), m_sourcesDelays.wait(source));
    if (wait > std::chrono::milliseconds::zero()) {
        done(tooSoon(call, wait));
        return;
    }
    if (!m_checks.hasRoom()) {
        done(LoginReplies::refusal(
            unavailableStatus, tr("Too many people are signing in; try again in a moment."), call.origin));
        return;
    }
    m_usersDelays.note(key);
    m_sourcesDelays.note(source);
    m_checks.start(settings.usersFile, request.user, request.password,
                   [this, call, settings, source, done, user = request.user](auto outcome) {
                       done(judge(outcome, call, settings, source, user));
                   });
}

HttpReply LoginApi::judge(PasswordChecks::Outcome outcome, const LoginCall &call,
                          const LoginSettings &settings, const QString &source, const QString &user)
{
    // Which of the two is wrong is for nobody to know.
    if (outcome == PasswordChecks::Outcome::Wrong)
        return LoginReplies::refusal(unauthorizedStatus, tr("The user ID or the password is wrong."),
                                     call.origin);
    m_sourcesDelays.takeBack(source);
    if (outcome == PasswordChecks::Outcome::NoUsers) {
        m_usersDelays.takeBack(keyOf(user, source));
        return LoginReplies::refusal(
            serverErrorStatus, tr("Nobody can sign in now; the log of the server tells why."), call.origin);
    }
    m_usersDelays.forget(keyOf(user, source));
    return LoginReplies::token(token(user, settings), call.origin);
}

HttpReply LoginApi::tooSoon(const LoginCall &call, std::chrono::milliseconds wait) const
{
    const auto seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
    HttpReply reply = LoginReplies::refusal(
        tooManyRequestsStatus,
        tr("Too many sign-ins have failed; try again in %n second(s).", nullptr, seconds), call.origin);
    reply.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return reply;
}

QByteArray LoginApi::token(const QString &user, const LoginSettings &settings) const
{
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.wallTime()).time_since_epoch();
    const QJsonObject claims{
        {QStringLiteral("user_id"), user},
        {QStringLiteral("iat"), static_cast<qint64>(now.count())},
        {QStringLiteral("exp"), static_cast<qint64>((now + settings.tokenLifetime).count())},
    };
    return JsonWebToken::sign(claims, settings.secret);
}

} // namespace Greenroom

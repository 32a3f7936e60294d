// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "session/ConnectRequest.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkReply;
QT_END_NAMESPACE

namespace Greenroom {

/// All that a sign-in takes. Holds a password; never write it anywhere.
struct AuthRequest
{
    QUrl url;
    QString userId;
    QString password;
    /// Where the password would cross a network in the clear, nothing is sent unless the user wants it so.
    bool mayBeExposed = false;
    /// Whom the stage trusts, where it is on the same host.
    TlsChoice tls = {};
    ProxyChoice proxy = {};
    /// See ConnectRequest, these two.
    QString keyPassphrase = {};
    ProxyLogin proxyLogin = {};
};

struct AuthGrant
{
    /// As it came; whether it can be used is not known yet.
    QByteArray token;
    /// What the server's clock said when it answered; nothing where it did not tell.
    std::optional<WallTime> serverTime = std::nullopt;
};

struct AuthFailure
{
    enum class Cause {
        /// User ID or password are wrong: trying again by itself would be of no use.
        Refused,
        Other,
    };

    Cause cause = Cause::Other;
    /// A sentence for the user, translated, without the password.
    QString message = {};
};

/// Asks an Auth API for a token, as the tutorials' page does: user ID and password as JSON, by POST. One
/// attempt at a time.
class AuthApi : public QObject
{
    Q_OBJECT

public:
    /// For the whole attempt, redirections included.
    static constexpr std::chrono::seconds timeLimit{20};
    /// In bytes; a token that API Gateway takes is far smaller.
    static constexpr qsizetype largestAnswer = qsizetype(64) * 1024;

    /// Borrows `clock`.
    explicit AuthApi(Clock &clock, QObject *parent = nullptr);
    ~AuthApi() override;
    Q_DISABLE_COPY_MOVE(AuthApi)

    bool isUnderWay() const;

    /// granted() or failed() follows, unless cancel() comes first. A former attempt is abandoned.
    void ask(const AuthRequest &request);
    /// Drops the connection at once; no signal follows.
    void cancel();

Q_SIGNALS:
    void granted(const Greenroom::AuthGrant &grant);
    void failed(const Greenroom::AuthFailure &failure);

private:
    void post(const QUrl &url);
    QByteArray body() const;
    void checkSize();
    void checkCertificate();
    void handleSslErrors();
    void finish();
    void followRedirection(int status, const QUrl &target);
    void takeAnswer(int status);
    void fail(const QString &sentence, AuthFailure::Cause cause = AuthFailure::Cause::Other);

    Clock &m_clock;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<Alarm> m_deadline;
    AuthRequest m_request;
    int m_redirections = 0;
};

} // namespace Greenroom

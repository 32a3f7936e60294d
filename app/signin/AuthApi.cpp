// SPDX-License-Identifier: MIT
#include "signin/AuthApi.h"

#include "session/TlsSetup.h"
#include "signin/AuthReason.h"
#include "signin/AuthUrl.h"
#include "signin/ServerTime.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace Greenroom {

namespace {

constexpr int mostRedirections = 3;
/// Those that keep method and body. https://www.rfc-editor.org/rfc/rfc9110#section-15.4
constexpr int temporaryRedirect = 307;
constexpr int permanentRedirect = 308;
constexpr int firstRedirection = 300;
constexpr int afterRedirections = 400;
constexpr int firstErrorOfContent = QNetworkReply::ContentAccessDenied;

class AuthProxies final : public QNetworkProxyFactory
{
public:
    AuthProxies(ProxyChoice choice, ProxyLogin login) : m_choice(std::move(choice)), m_login(std::move(login))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isForThisMachine(query))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_choice.kind == ProxyChoice::Kind::System)
            return systemProxyForQuery(query);
        if (m_choice.kind == ProxyChoice::Kind::Manual)
            return {manualProxy()};
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    }

private:
    /// Who is told who one is leads on by CONNECT, as to the stage: Qt tells it no other way.
    QNetworkProxy manualProxy() const
    {
        QNetworkProxy proxy(QNetworkProxy::HttpProxy, m_choice.host, m_choice.port, m_login.user,
                            m_login.password);
        if (!m_login.user.isEmpty())
            proxy.setCapabilities(QNetworkProxy::TunnelingCapability
                                  | QNetworkProxy::HostNameLookupCapability);
        return proxy;
    }

    /// What may go in the clear here must not leave this machine by a proxy.
    static bool isForThisMachine(const QNetworkProxyQuery &query)
    {
        QUrl host;
        host.setScheme(QStringLiteral("http"));
        host.setHost(query.peerHostName());
        return !AuthUrl::isExposed(host);
    }

    ProxyChoice m_choice;
    ProxyLogin m_login;
};

/// Nothing is kept of the attempt, nothing of a former one is sent, and nothing is followed unasked.
QNetworkRequest requestTo(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Greenroom"));
    request.setRawHeader("Accept", "application/json");
    // So that the limit of the answer's size is that of what is unpacked.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

} // namespace

AuthApi::AuthApi(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

AuthApi::~AuthApi()
{
    cancel();
}

bool AuthApi::isUnderWay() const
{
    return m_deadline != nullptr;
}

void AuthApi::ask(const AuthRequest &request)
{
    cancel();
    m_request = request;
    m_redirections = 0;
    m_deadline =
        m_clock.ringAfter(timeLimit, [this] { fail(AuthReason::fromTimeLimit(m_request.url.host())); });
    if (AuthUrl::isExposed(request.url) && !request.mayBeExposed) {
        fail(AuthReason::fromExposure(request.url.host()));
        return;
    }
    // The network's own, which it deletes.
    m_network.setProxyFactory(new AuthProxies(request.proxy, request.proxyLogin));
    post(request.url);
}

void AuthApi::cancel()
{
    m_deadline.reset();
    m_request = {};
    // Taken out first: nothing that follows may find it here.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (reply == nullptr)
        return;
    reply->disconnect(this);
    // Which ends it; abort() would too, but complains where an error is on its way already.
    reply->deleteLater();
}

void AuthApi::post(const QUrl &url)
{
    const auto tls = TlsSetup::configurationFor(m_request.tls, m_request.keyPassphrase);
    if (!tls) {
        fail(tls.error().message);
        return;
    }
    QNetworkRequest request = requestTo(url);
    request.setSslConfiguration(*tls);
    m_reply = m_network.post(request, body());
    connect(m_reply, &QNetworkReply::readyRead, this, &AuthApi::checkSize);
    connect(m_reply, &QNetworkReply::encrypted, this, &AuthApi::checkCertificate);
    connect(m_reply, &QNetworkReply::sslErrors, this, &AuthApi::handleSslErrors);
    connect(m_reply, &QNetworkReply::finished, this, &AuthApi::finish);
}

QByteArray AuthApi::body() const
{
    const QJsonObject credentials{{QStringLiteral("user_id"), m_request.userId},
                                  {QStringLiteral("password"), m_request.password}};
    return QJsonDocument(credentials).toJson(QJsonDocument::Compact);
}

void AuthApi::checkSize()
{
    if (m_reply->bytesAvailable() > largestAnswer)
        fail(AuthReason::fromSize(m_request.url.host()));
}

/// Before anything is sent: where one certificate is trusted, one that the system trusts will not do.
void AuthApi::checkCertificate()
{
    if (m_request.tls.trust != TlsChoice::Trust::OneCertificate
        || TlsSetup::isTrustedAlone(m_reply->sslConfiguration().peerCertificate(), m_request.tls))
        return;
    // At once: until it is deleted it would go on, and send.
    m_reply->disconnect(this);
    m_reply->abort();
    fail(AuthReason::fromOtherCertificate(m_request.url.host()));
}

/// Whatever is wrong with the one certificate that is trusted; another one is told of as such.
void AuthApi::handleSslErrors()
{
    if (m_request.tls.trust != TlsChoice::Trust::OneCertificate)
        return;
    if (TlsSetup::isTrustedAlone(m_reply->sslConfiguration().peerCertificate(), m_request.tls))
        m_reply->ignoreSslErrors();
    else
        fail(AuthReason::fromOtherCertificate(m_request.url.host()));
}

void AuthApi::finish()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0
        || (m_reply->error() != QNetworkReply::NoError && m_reply->error() < firstErrorOfContent)) {
        const QString host = m_request.url.host();
        fail(AuthReason::fromNetworkError(m_reply->error(), host, m_reply->errorString()));
    } else if (status >= firstRedirection && status < afterRedirections) {
        const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"));
        followRedirection(status, target.isEmpty() ? QUrl() : m_reply->url().resolved(target));
    } else {
        takeAnswer(status);
    }
}

/// A password goes nowhere but to where the user sent it.
void AuthApi::followRedirection(int status, const QUrl &target)
{
    const bool keepsMethod = status == temporaryRedirect || status == permanentRedirect;
    const bool isFollowed = keepsMethod && AuthUrl::isSameOrigin(m_request.url, target);
    if (!isFollowed || ++m_redirections > mostRedirections) {
        fail(AuthReason::fromRedirection(status, m_request.url, target));
        return;
    }
    m_reply->disconnect(this);
    m_reply->deleteLater();
    post(target);
}

void AuthApi::takeAnswer(int status)
{
    if (m_reply->bytesAvailable() > largestAnswer) {
        fail(AuthReason::fromSize(m_request.url.host()));
        return;
    }
    AuthAnswer answer = AuthAnswer::read(status, m_reply->readAll());
    // A backend that repeats what it was sent must not put it on the screen.
    if (!m_request.password.isEmpty() && answer.message.contains(m_request.password))
        answer.message.clear();
    if (answer.token.isEmpty()) {
        using Cause = AuthFailure::Cause;
        fail(AuthReason::fromAnswer(answer, m_request.url.host()),
             AuthReason::isRefusal(answer) ? Cause::Refused : Cause::Other);
        return;
    }
    const AuthGrant grant{answer.token, ServerTime::fromHttpDate(m_reply->rawHeader("Date"))};
    cancel();
    Q_EMIT granted(grant);
}

void AuthApi::fail(const QString &sentence, AuthFailure::Cause cause)
{
    cancel();
    Q_EMIT failed({cause, sentence});
}

} // namespace Greenroom

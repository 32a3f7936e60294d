// SPDX-License-Identifier: MIT
#include "authorizers/AuthorizerGate.h"

#include "authorizers/AuthorizerPolicy.h"
#include "authorizers/MethodArn.h"
#include "common/Logging.h"
#include "gateway/Quotas.h"

#include <QPointer>
#include <algorithm>
#include <exception>

namespace Greenroom {

namespace {

using Outcome = AuthorizerVerdict::Outcome;

AuthorizerResult failed(const QString &reason)
{
    return tl::unexpected(AuthorizerFailure{reason});
}

AuthorizerVerdict judge(const AuthorizerResult &result, const QString &methodArn)
{
    if (!result && result.error().reason == QLatin1String("Unauthorized"))
        return {Outcome::Unauthorized};
    if (!result) {
        qCInfo(gatewayLog) << "The authorizer failed:" << result.error().reason;
        return {Outcome::Failed};
    }
    const auto policy = AuthorizerPolicy::parse(*result);
    if (!policy) {
        qCInfo(gatewayLog) << "The authorizer returned what is no policy:" << policy.error();
        return {Outcome::Failed};
    }
    if (!policy->allows(methodArn))
        return {Outcome::Denied};
    return {Outcome::Allowed, policy->context()};
}

} // namespace

AuthorizerGate::AuthorizerGate(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void AuthorizerGate::ask(Authorizer &authorizer, const QList<IdentitySource> &sources,
                         const ProxyEvent &request, Done done)
{
    const bool isAnonymous =
        std::any_of(sources.begin(), sources.end(),
                    [&request](const IdentitySource &source) { return source.value(request).isEmpty(); });
    if (isAnonymous)
        done({Outcome::Unauthorized});
    else
        start(authorizer, {MethodArn::ofConnect(request.stage), request}, std::move(done));
}

void AuthorizerGate::start(Authorizer &authorizer, const AuthorizerEvent &event, Done done)
{
    const quint64 number = ++m_lastNumber;
    // AWS documents no status of its own for a slow authorizer. It is a failed one (500, as seen on REST
    // APIs), not an integration that timed out (504).
    auto alarm = m_clock.ringAfter(Quotas::integrationTimeout,
                                   [this, number] { take(number, failed(QStringLiteral("timed out"))); });
    m_questions.emplace(number, Question{std::move(done), event.methodArn, std::move(alarm)});
    // The authorizer may keep its reply longer than we live.
    const auto reply = [self = QPointer(this), number](const AuthorizerResult &result) {
        if (self)
            self->take(number, result);
    };
    try {
        authorizer.authorize(event, reply);
    } catch (const std::exception &error) {
        reply(failed(QString::fromUtf8(error.what())));
    } catch (...) {
        reply(failed(QStringLiteral("unknown exception")));
    }
}

void AuthorizerGate::take(quint64 number, const AuthorizerResult &result)
{
    // Taken out first: a second or a late reply finds nothing.
    const auto node = m_questions.extract(number);
    if (!node.empty())
        node.mapped().done(judge(result, node.mapped().methodArn));
}

} // namespace Greenroom

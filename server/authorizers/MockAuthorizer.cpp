// SPDX-License-Identifier: MIT
#include "authorizers/MockAuthorizer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom {

namespace {

QByteArray policy(const QString &principalId, const QString &effect, const QString &methodArn)
{
    const QJsonObject statement{
        {QStringLiteral("Action"), QStringLiteral("execute-api:Invoke")},
        {QStringLiteral("Effect"), effect},
        {QStringLiteral("Resource"), methodArn},
    };
    const QJsonObject document{
        {QStringLiteral("Version"), QStringLiteral("2012-10-17")},
        {QStringLiteral("Statement"), QJsonArray{statement}},
    };
    const QJsonObject result{
        {QStringLiteral("principalId"), principalId},
        {QStringLiteral("policyDocument"), document},
    };
    return QJsonDocument(result).toJson(QJsonDocument::Compact);
}

} // namespace

MockAuthorizer::MockAuthorizer(IdentitySource identity, Answers answers)
    : m_identity(std::move(identity)), m_answers(std::move(answers))
{
}

void MockAuthorizer::authorize(const AuthorizerEvent &event, AuthorizerReply reply)
{
    const QString identity = m_identity.value(event.request);
    const Answer answer = m_answers.byIdentity.value(identity, m_answers.otherwise);
    switch (answer.kind) {
    case Answer::Kind::Allow:
        reply(policy(identity, QStringLiteral("Allow"), event.methodArn));
        return;
    case Answer::Kind::Deny:
        reply(policy(identity, QStringLiteral("Deny"), event.methodArn));
        return;
    case Answer::Kind::Result:
        reply(answer.text.toUtf8());
        return;
    case Answer::Kind::Error:
        reply(tl::unexpected(AuthorizerFailure{answer.text}));
        return;
    }
}

} // namespace Greenroom

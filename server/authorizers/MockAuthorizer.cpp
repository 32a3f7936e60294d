// SPDX-License-Identifier: MIT
#include "authorizers/MockAuthorizer.h"

#include "authorizers/ConnectPolicy.h"

namespace Greenroom {

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
        reply(ConnectPolicy::json(identity, ConnectPolicy::Effect::Allow, event.methodArn));
        return;
    case Answer::Kind::Deny:
        reply(ConnectPolicy::json(identity, ConnectPolicy::Effect::Deny, event.methodArn));
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

// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/Authorizer.h"
#include "gateway/Backend.h"

#include <QList>
#include <stdexcept>

namespace Greenroom::Test {

/// An authorizer that notes what it is asked and answers when the test says so.
class FakeAuthorizer final : public Authorizer
{
public:
    struct Call
    {
        AuthorizerEvent event;
        AuthorizerReply reply;
    };

    /// What the test keeps, for the gateway owns the authorizer.
    struct Record
    {
        QList<Call> calls;
        /// What authorize() throws; nothing if it is empty.
        std::string thrown;
    };

    explicit FakeAuthorizer(std::shared_ptr<Record> record) : m_record(std::move(record)) {}

    void authorize(const AuthorizerEvent &event, AuthorizerReply reply) override
    {
        m_record->calls.append({event, std::move(reply)});
        if (!m_record->thrown.empty())
            throw std::runtime_error(m_record->thrown);
    }

    /// The backend of `inner` behind an authorizer that wants the query item `token`.
    static BackendFactory before(BackendFactory inner, const std::shared_ptr<Record> &record)
    {
        return [inner = std::move(inner), record](PostToConnection &post) -> Result<Backend> {
            auto backend = inner(post);
            if (backend) {
                backend->authorizer = std::make_unique<FakeAuthorizer>(record);
                backend->identitySources = {
                    *IdentitySource::parse(QStringLiteral("route.request.querystring.token"))};
            }
            return backend;
        };
    }

    /// What an authorizer returns that lets Ana in, or not, with `"level": 7` in the context.
    static QByteArray policy(const QByteArray &effect)
    {
        return R"({"principalId":"ana","context":{"level":7},"policyDocument":{"Statement":[{"Effect":")"
               + effect + R"(","Action":"execute-api:Invoke","Resource":"*"}]}})";
    }

private:
    std::shared_ptr<Record> m_record;
};

} // namespace Greenroom::Test

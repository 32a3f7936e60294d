// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/Integration.h"

namespace Greenroom {

/// A mock integration: returns what it is told to and does nothing else.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-integrations.html
class Mock final : public Integration
{
public:
    /// `response` is JSON as a function returns it, be it malformed; empty stands for 200 with nothing in it.
    explicit Mock(QByteArray response) : m_response(std::move(response)) {}

    void invoke(const ProxyEvent & /*event*/, Reply reply) override
    {
        reply(m_response.isEmpty() ? ProxyResponse{} : ProxyResponse::fromJson(m_response));
    }

private:
    QByteArray m_response;
};

} // namespace Greenroom

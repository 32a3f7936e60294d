// SPDX-License-Identifier: MIT
#pragma once

#include "integrations/Integration.h"

namespace Greenroom {

/// A mock integration: does nothing and returns 200 with nothing in it.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-integrations.html
class Mock final : public Integration
{
public:
    void invoke(const ProxyEvent & /*event*/, Reply reply) override { reply(ProxyResponse{}); }
};

} // namespace Greenroom

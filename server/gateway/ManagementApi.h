// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/HttpReply.h"
#include "gateway/ManagementCall.h"

namespace Greenroom {

class IdMint;
class ManagedConnections;

/// Answers the calls to `@connections` as API Gateway does, from the captures in brefphp/bref
/// (tests/Websocket/Samples): headers and bodies are what the AWS SDKs make their exceptions from.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
class ManagementApi
{
public:
    /// Whom it serves.
    enum class Callers { Everybody, Signed };

    /// Borrows `clock` and `ids`.
    ManagementApi(Callers callers, const Clock &clock, IdMint &ids);

    /// 200, 204, 400 for what has not the form of a connection id, 403, 410 or 429. `connections` are those
    /// of the stage that the call names; null where there is no such stage.
    HttpReply answer(const ManagementCall &call, const QByteArray &body,
                     ManagedConnections *connections) const;

    /// 413, the answer to a body over Quotas::messageBytes.
    HttpReply payloadTooLarge() const;

private:
    HttpReply perform(const ManagementCall &call, const QByteArray &body,
                      ManagedConnections &connections) const;
    HttpReply post(const ManagementCall &call, const QByteArray &body, ManagedConnections &connections) const;
    HttpReply get(const ManagementCall &call, const ManagedConnections &connections) const;
    HttpReply disconnectClient(const ManagementCall &call, ManagedConnections &connections) const;
    HttpReply gone() const;
    HttpReply limitExceeded() const;
    HttpReply error(int status, const QByteArray &type, const QString &message) const;
    HttpReply newReply(int status) const;

    Callers m_callers;
    const Clock &m_clock;
    IdMint &m_ids;
};

} // namespace Greenroom

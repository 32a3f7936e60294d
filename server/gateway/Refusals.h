// SPDX-License-Identifier: MIT
#pragma once

#include "common/Ids.h"
#include "gateway/HttpReply.h"

/// The HTTP responses with which the gateway turns requests away.
namespace Greenroom::Refusals {

/// The generic refusal of execute-api, for a stage or a path that is not there.
/// Observed on REST hosts and on `@connections` without a stage (aws/aws-sdk-php#1955).
HttpReply forbidden(IdMint &ids);

/// 426 for a request on a stage that does not ask for a WebSocket (serverless-offline#652).
HttpReply upgradeRequired(IdMint &ids);

/// The very status that `$connect` returned. Its body and headers do not reach the client
/// (aws/chalice#1768).
HttpReply denied(int status, IdMint &ids);

/// 502: the `$connect` integration failed or gave no usable response.
HttpReply integrationFailed(IdMint &ids);

/// 504: the `$connect` integration took too long.
HttpReply integrationTimedOut(IdMint &ids);

/// 429: there were too many requests.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-protect.html
HttpReply tooManyRequests(IdMint &ids);

/// 503: the gateway is shutting down, or has as many clients as it can.
HttpReply unavailable(IdMint &ids);

/// A head that is not served: 400, 408 or 431.
HttpReply badHead(int status);

} // namespace Greenroom::Refusals

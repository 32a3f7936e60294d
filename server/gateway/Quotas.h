// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>
#include <chrono>

/// The numbers that bound the gateway: API Gateway's own, each with its source, then ours.
namespace Greenroom::Quotas {

using namespace std::chrono_literals;

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html

/// "WebSocket frame size": a larger one closes the connection with 1009; larger messages are split.
inline constexpr qint64 frameBytes = qint64(32) * 1024;
/// "Message payload size": a larger one closes the connection with 1009.
inline constexpr qint64 messageBytes = qint64(128) * 1024;
/// "Integration timeout": 50 milliseconds to 29 seconds; the largest is the default.
inline constexpr std::chrono::milliseconds integrationTimeout = 29s;
/// "Idle Connection Timeout": closes the connection with 1001.
inline constexpr std::chrono::milliseconds idleTimeout = 10min;
/// "Connection duration for WebSocket API": closes the connection with 1001.
inline constexpr std::chrono::milliseconds connectionDuration = 2h;
/// "New connections per second per account (across all WebSocket APIs) per Region"; more are answered 429.
inline constexpr double connectRate = 500;
/// Requests a second, messages and callbacks together, and how many may come at once.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
inline constexpr double requestRate = 10'000;
inline constexpr double requestBurst = 5'000;

/// "Lambda authorizer result size"; more is a failure of the authorizer.
inline constexpr qint64 authorizerResultBytes = qint64(8) * 1024;

// Ours: AWS documents nothing for these, or has no need of them.

/// A message may be no larger even where a stage has its quotas off.
inline constexpr qint64 largestMessageBytes = qint64(16) * 1024 * 1024;

/// Request line and headers together; more is answered with 431.
inline constexpr qint64 headBytes = qint64(16) * 1024;
/// The longest target of a request, query included; more is answered with 414. AWS documents no number.
inline constexpr qint64 targetBytes = 4096;
/// From the accepted connection to the last byte of the head; longer is answered with 408.
inline constexpr std::chrono::milliseconds headTimeout = 10s;
/// From a request head to the last byte of its body; longer is answered with 408.
inline constexpr std::chrono::milliseconds bodyTimeout = 10s;
/// How long an HTTP connection stays open without a further request, so that SDKs can use it again.
inline constexpr std::chrono::milliseconds keepAliveTimeout = 60s;
/// Connections that the system holds for us until we accept them.
inline constexpr int listenBacklog = 1024;
/// Files that are not clients: tables, logs, the event loop's own, and clients on their way out.
inline constexpr int reservedFiles = 40;
/// Clients that are told at the same time that there are too many; more are dropped without a word.
inline constexpr int refusedAtOnce = 8;
/// What one connection may have waiting in our memory to be read. Several whole frames fit, and one turn of
/// the event loop stays short when a client floods.
inline constexpr qint64 readBufferBytes = 8 * frameBytes;
/// What may wait for a client that does not read, in bytes of frames beyond what the system holds; posts to
/// it are answered with 429 from then on.
inline constexpr qint64 sendBufferBytes = qint64(1024) * 1024;
/// How long it may stay so before the connection is dropped.
inline constexpr std::chrono::milliseconds stallTimeout = 30s;
/// Messages that a stage may hold back for a fault's sake; more are answered as too many.
inline constexpr std::size_t delayedMessages = 1000;
/// How long a client may take to hang up after we have said our last word.
inline constexpr std::chrono::milliseconds lingerTimeout = 2s;
/// How long a shutdown waits for clients and for integrations that have not answered.
inline constexpr std::chrono::milliseconds shutDownTimeout = 4s;

} // namespace Greenroom::Quotas

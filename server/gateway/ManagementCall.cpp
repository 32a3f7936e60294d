// SPDX-License-Identifier: MIT
#include "gateway/ManagementCall.h"

#include "gateway/HttpHead.h"

#include <algorithm>

namespace Greenroom {

namespace {

constexpr qsizetype stageSegment = 0;
constexpr qsizetype resourceSegment = 1;
constexpr qsizetype idSegment = 2;
constexpr qsizetype segments = 3;

std::optional<ManagementCall::Method> methodIn(const HttpHead &head)
{
    using Method = ManagementCall::Method;
    for (const Method method : {Method::Post, Method::Get, Method::Delete}) {
        if (head.method() == ManagementCall::methodName(method).toLatin1())
            return method;
    }
    return std::nullopt;
}

bool hasSignature(const HttpHead &head)
{
    const QList<QByteArray> items = head.query().split('&');
    return head.header("Authorization").startsWith("AWS4-HMAC-SHA256 ")
           || std::any_of(items.begin(), items.end(),
                          [](const QByteArray &item) { return item.startsWith("X-Amz-Signature="); });
}

} // namespace

std::optional<ManagementCall> ManagementCall::from(const HttpHead &head)
{
    const QList<QByteArray> path = head.pathSegments();
    const auto method = methodIn(head);
    const bool isCall = path.size() == segments && !path.at(stageSegment).isEmpty()
                        && path.at(resourceSegment) == "@connections" && !path.at(idSegment).isEmpty();
    if (!isCall || !method || head.asksForWebSocket())
        return std::nullopt;
    return ManagementCall{*method, QString::fromUtf8(path.at(stageSegment)),
                          QString::fromUtf8(path.at(idSegment)), hasSignature(head)};
}

QString ManagementCall::methodName(Method method)
{
    switch (method) {
    case Method::Post:
        return QStringLiteral("POST");
    case Method::Get:
        return QStringLiteral("GET");
    case Method::Delete:
        return QStringLiteral("DELETE");
    }
    return {};
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QCoreApplication>
#include <memory>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace Greenroom {

/// What a route expects of the messages that take it: a JSON Schema, draft 4. Others are answered with `Bad
/// request body` and do not reach the integration. Copies share what they know.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html
class RequestModel
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::RequestModel)

public:
    /// The error says why `schema` is none.
    static Result<RequestModel> parse(const QJsonObject &schema);

    /// Whether `body` is JSON as the schema wants it.
    bool admits(const QString &body) const;

private:
    class Schema;

    explicit RequestModel(std::shared_ptr<const Schema> schema) : m_schema(std::move(schema)) {}

    std::shared_ptr<const Schema> m_schema;
};

} // namespace Greenroom

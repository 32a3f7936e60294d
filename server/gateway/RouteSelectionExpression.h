// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>
#include <optional>

namespace Greenroom {

/// What a stage compares with its route keys, computed from each message: `$request.body.action`,
/// `${request.body.service}/${request.body.action}`, static text, `\$default`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
class RouteSelectionExpression
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::RouteSelectionExpression)

public:
    /// The expression of almost everybody: `$request.body.action`.
    RouteSelectionExpression();

    /// Reads an expression; the error says what in it cannot be understood.
    static Result<RouteSelectionExpression> parse(const QString &expression);

    /// The value for a message with this `body` (see LenientJson): texts as they are, numbers and booleans as
    /// they were written, arrays as JSON, nothing where a path leads nowhere. No value at all where `body` is
    /// no object or array, or a path leads to null or an object.
    std::optional<QString> evaluate(const QString &body) const;

private:
    /// Static text, or the way from the body to a member where there is one.
    struct Part
    {
        QString text;
        QStringList path;
    };

    static Result<Part> variable(const QString &name);

    QList<Part> m_parts;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "gateway/ProxyEvent.h"

#include <QCoreApplication>

namespace Greenroom {

/// A place in a request where it says who the client is: `route.request.header.Authorization`,
/// `route.request.querystring.token`, `stageVariables.key` or `context.identity.sourceIp`. Pure.
/// https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
class IdentitySource
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::IdentitySource)

public:
    /// The error is half a sentence: what is wrong with `text`.
    static Result<IdentitySource> parse(const QString &text);

    /// What stands in that place of a `$connect` event, escapes of the query decoded; empty if nothing does.
    /// Of several headers or query items of the same name the last, which is the one that events show.
    QString value(const ProxyEvent &event) const;

private:
    enum class Place { Header, Query, StageVariable, Context };

    IdentitySource(Place place, QString name) : m_place(place), m_name(std::move(name)) {}

    Place m_place;
    QString m_name;
};

} // namespace Greenroom

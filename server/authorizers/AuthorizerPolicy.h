// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/PolicyStatement.h"

#include <QCoreApplication>
#include <QList>
#include <QMap>
#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace Greenroom {

/// What an authorizer has returned, checked: who the client is and what it may do. Pure.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
class AuthorizerPolicy
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::AuthorizerPolicy)

public:
    /// Reports each mistake to `checker`, with `path` before its path. The simple responses of HTTP APIs
    /// (`isAuthorized`) are one: WebSocket APIs do not know them.
    static AuthorizerPolicy read(JsonChecker &checker, const QString &path, const QJsonObject &object);
    /// Reads the JSON of an authorizer; the error is every mistake in it.
    static tl::expected<AuthorizerPolicy, QStringList> parse(const QByteArray &json);

    /// Whether a statement allows to invoke `methodArn` and none denies it.
    bool allows(const QString &methodArn) const;
    /// `requestContext.authorizer`: the `context`, its values as text, and the `principalId`.
    const QMap<QString, QString> &context() const { return m_context; }

private:
    void readDocument(JsonChecker &checker, const QString &path, const QJsonObject &object);
    void readContext(JsonChecker &checker, const QString &path, const QJsonObject &object);

    QList<PolicyStatement> m_statements;
    QMap<QString, QString> m_context;
};

} // namespace Greenroom

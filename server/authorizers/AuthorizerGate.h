// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/Authorizer.h"
#include "authorizers/AuthorizerVerdict.h"
#include "authorizers/IdentitySource.h"
#include "common/Clock.h"

#include <QObject>
#include <unordered_map>

namespace Greenroom {

/// Asks a stage's authorizer about its newcomers, any number at once, and judges what it returns. Keeps
/// nothing for the next time: for WebSocket APIs API Gateway has no cache of results.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-authorizer.html
class AuthorizerGate : public QObject
{
    Q_OBJECT

public:
    /// Called once.
    using Done = std::function<void(const AuthorizerVerdict &)>;

    /// Borrows `clock`. Destroying the gate forgets all newcomers: no Done is called any more.
    explicit AuthorizerGate(Clock &clock, QObject *parent = nullptr);

    /// Asks `authorizer`, borrowed for this call only, about `request`, but not if one of `sources` is empty
    /// there. `done` may be called before this has returned.
    void ask(Authorizer &authorizer, const QList<IdentitySource> &sources, const ProxyEvent &request,
             Done done);

private:
    struct Question
    {
        Done done;
        QString methodArn;
        std::unique_ptr<Alarm> alarm;
    };

    void start(Authorizer &authorizer, const AuthorizerEvent &event, Done done);
    void take(quint64 number, const AuthorizerResult &result);

    Clock &m_clock;
    quint64 m_lastNumber = 0;
    std::unordered_map<quint64, Question> m_questions;
};

} // namespace Greenroom

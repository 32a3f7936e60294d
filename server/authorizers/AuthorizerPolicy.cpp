// SPDX-License-Identifier: MIT
#include "authorizers/AuthorizerPolicy.h"

#include "common/JsonChecker.h"
#include "gateway/Quotas.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr QLatin1String root("$");
constexpr QLatin1String principalName("principalId");
constexpr QLatin1String documentName("policyDocument");
constexpr QLatin1String contextName("context");
constexpr QLatin1String usageName("usageIdentifierKey");
constexpr QLatin1String versionName("Version");
constexpr QLatin1String idName("Id");
constexpr QLatin1String statementName("Statement");

/// SDKs in languages with static types write `null` for what a function left out.
bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

} // namespace

AuthorizerPolicy AuthorizerPolicy::read(JsonChecker &checker, const QString &path, const QJsonObject &object)
{
    const auto at = [&path](QLatin1String name) { return JsonChecker::member(path, name); };
    if (QJsonDocument(object).toJson(QJsonDocument::Compact).size() > Quotas::authorizerResultBytes)
        checker.report(path, tr("Expected 8 KB at most."));
    checker.expectOnly(path, object, {principalName, documentName, contextName, usageName});
    AuthorizerPolicy policy;
    const QString principal = checker.text(at(principalName), object.value(principalName));
    const QJsonValue document = object.value(documentName);
    const QJsonObject members = checker.object(at(documentName), document);
    if (document.isObject())
        policy.readDocument(checker, at(documentName), members);
    if (const QJsonValue context = object.value(contextName); isGiven(context))
        policy.readContext(checker, at(contextName), checker.object(at(contextName), context));
    if (const QJsonValue usage = object.value(usageName); isGiven(usage))
        checker.text(at(usageName), usage);
    policy.m_context.insert(principalName, principal);
    return policy;
}

tl::expected<AuthorizerPolicy, QStringList> AuthorizerPolicy::parse(const QByteArray &json)
{
    if (json.size() > Quotas::authorizerResultBytes)
        return tl::unexpected(QStringList{tr("Expected 8 KB at most.")});
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return tl::unexpected(QStringList{tr("Expected a JSON object.")});
    JsonChecker checker;
    AuthorizerPolicy policy = read(checker, root, document.object());
    if (checker.mistakes().isEmpty())
        return policy;
    return tl::unexpected(checker.mistakes());
}

bool AuthorizerPolicy::allows(const QString &methodArn) const
{
    const auto speaks = [this, &methodArn](PolicyStatement::Effect effect) {
        return std::any_of(m_statements.begin(), m_statements.end(), [&](const PolicyStatement &statement) {
            return statement.effect() == effect && statement.covers(methodArn);
        });
    };
    return speaks(PolicyStatement::Effect::Allow) && !speaks(PolicyStatement::Effect::Deny);
}

/// One statement may stand for a list of one.
void AuthorizerPolicy::readDocument(JsonChecker &checker, const QString &path, const QJsonObject &object)
{
    checker.expectOnly(path, object, {versionName, idName, statementName});
    const QString statementPath = JsonChecker::member(path, statementName);
    const QJsonValue value = object.value(statementName);
    if (value.isObject()) {
        m_statements.append(PolicyStatement::read(checker, statementPath, value));
        return;
    }
    const QJsonArray items = checker.array(statementPath, value);
    for (qsizetype index = 0; index < items.size(); ++index)
        m_statements.append(
            PolicyStatement::read(checker, JsonChecker::item(statementPath, index), items.at(index)));
}

void AuthorizerPolicy::readContext(JsonChecker &checker, const QString &path, const QJsonObject &object)
{
    for (auto item = object.begin(); item != object.end(); ++item) {
        const QJsonValue value = item.value();
        if (!value.isString() && !value.isDouble() && !value.isBool())
            checker.report(
                JsonChecker::member(path, item.key()),
                tr("Expected a text, a number, true or false; found %1.").arg(JsonChecker::shown(value)));
        m_context.insert(item.key(), value.toVariant().toString());
    }
}

} // namespace Greenroom

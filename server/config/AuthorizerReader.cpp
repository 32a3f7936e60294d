// SPDX-License-Identifier: MIT
#include "config/AuthorizerReader.h"

#include "authorizers/AuthorizerPolicy.h"
#include "common/JsonChecker.h"
#include "config/JwtReader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Greenroom {

namespace {

using Answer = MockAuthorizer::Answer;
using Answers = MockAuthorizer::Answers;

constexpr QLatin1String sourceName("identitySource");
constexpr QLatin1String mockName("mock");
constexpr QLatin1String jwtName("jwt");
constexpr QLatin1String answersName("answers");
constexpr QLatin1String otherwiseName("otherwise");
constexpr QLatin1String errorName("error");
constexpr QLatin1String allow("allow");
constexpr QLatin1String deny("deny");

} // namespace

AuthorizerConfig AuthorizerReader::read(const QString &path, const QJsonValue &value)
{
    const QJsonObject object = m_check.object(path, value);
    AuthorizerConfig config;
    if (!value.isObject())
        return config;
    m_check.expectOnly(path, object, {sourceName, mockName, jwtName});
    config.identitySources = sources(JsonChecker::member(path, sourceName), object.value(sourceName));
    if (object.contains(mockName) == object.contains(jwtName))
        m_check.report(path, tr("Expected either “mock” or “jwt”."));
    else if (object.contains(mockName))
        config.kind = mock(JsonChecker::member(path, mockName), object.value(mockName));
    else
        readJwt(config, JsonChecker::member(path, jwtName), object.value(jwtName));
    return config;
}

void AuthorizerReader::readJwt(AuthorizerConfig &config, const QString &path, const QJsonValue &value)
{
    JwtReader reader(m_check, m_folder);
    config.kind = reader.read(path, value);
    config.login = reader.login();
}

Answers AuthorizerReader::mock(const QString &path, const QJsonValue &value)
{
    const QJsonObject members = m_check.object(path, value);
    return value.isObject() ? answers(path, members) : Answers();
}

/// A list of texts, or one text with commas, as AWS's tools take both.
QList<IdentitySource> AuthorizerReader::sources(const QString &path, const QJsonValue &value)
{
    QList<IdentitySource> sources;
    if (value.isString()) {
        const QStringList texts = value.toString().split(u',');
        for (const QString &text : texts)
            sources += source(path, text.trimmed());
        return sources;
    }
    const QJsonArray items = m_check.array(path, value);
    if (value.isArray() && items.isEmpty())
        m_check.report(path, tr("Expected at least one identity source."));
    for (qsizetype index = 0; index < items.size(); ++index) {
        const QString itemPath = JsonChecker::item(path, index);
        const QString text = m_check.text(itemPath, items.at(index));
        if (items.at(index).isString())
            sources += source(itemPath, text);
    }
    return sources;
}

/// Empty where it is none.
QList<IdentitySource> AuthorizerReader::source(const QString &path, const QString &text)
{
    const auto parsed = IdentitySource::parse(text);
    if (parsed)
        return {*parsed};
    m_check.report(path, tr("Expected an identity source such as route.request.querystring.token, but %1.")
                             .arg(parsed.error().message));
    return {};
}

Answers AuthorizerReader::answers(const QString &path, const QJsonObject &object)
{
    m_check.expectOnly(path, object, {answersName, otherwiseName});
    const QString answersPath = JsonChecker::member(path, answersName);
    Answers answers;
    const QJsonObject items = m_check.object(answersPath, object.value(answersName));
    for (auto item = items.begin(); item != items.end(); ++item) {
        const QString itemPath = JsonChecker::member(answersPath, item.key());
        if (item.key().isEmpty())
            m_check.report(itemPath,
                           tr("Expected a text that is not empty: without one the authorizer is not asked."));
        answers.byIdentity.insert(item.key(), answer(itemPath, item.value()));
    }
    if (object.contains(otherwiseName))
        answers.otherwise = answer(JsonChecker::member(path, otherwiseName), object.value(otherwiseName));
    return answers;
}

Answer AuthorizerReader::answer(const QString &path, const QJsonValue &value)
{
    if (value == allow)
        return {Answer::Kind::Allow};
    if (value == deny)
        return {Answer::Kind::Deny};
    if (value.isObject())
        return objectAnswer(path, value.toObject());
    m_check.report(path, tr(R"(Expected "allow", "deny", an error or what an authorizer returns; found %1.)")
                             .arg(JsonChecker::shown(value)));
    return {};
}

/// A result is checked as the gateway will check it: for one that fails there is the error.
Answer AuthorizerReader::objectAnswer(const QString &path, const QJsonObject &object)
{
    if (object.contains(errorName)) {
        m_check.expectOnly(path, object, {errorName});
        return {Answer::Kind::Error,
                m_check.text(JsonChecker::member(path, errorName), object.value(errorName))};
    }
    AuthorizerPolicy::read(m_check, path, object);
    return {Answer::Kind::Result, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))};
}

} // namespace Greenroom

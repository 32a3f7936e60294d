// SPDX-License-Identifier: MIT
#include "authorizers/PolicyStatement.h"

#include "common/JsonChecker.h"

#include <QJsonArray>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr QLatin1String sidName("Sid");
constexpr QLatin1String effectName("Effect");
constexpr QLatin1String actionName("Action");
constexpr QLatin1String resourceName("Resource");
constexpr QLatin1String allow("Allow");
constexpr QLatin1String deny("Deny");
constexpr QLatin1String invoke("execute-api:Invoke");

/// `*` stands for any number of characters, `/` and `:` among them, and `?` for one.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
bool matches(QStringView pattern, QStringView text)
{
    qsizetype inPattern = 0;
    qsizetype afterStar = -1;
    qsizetype retryAt = 0;
    for (qsizetype inText = 0; inText < text.size();) {
        const QChar wanted = inPattern < pattern.size() ? pattern[inPattern] : QChar();
        if (wanted == u'*') {
            afterStar = ++inPattern;
            retryAt = inText;
        } else if (inPattern < pattern.size() && (wanted == u'?' || wanted == text[inText])) {
            ++inPattern;
            ++inText;
        } else if (afterStar >= 0) {
            // The last star takes one character more; what the stars before it took can stay.
            inPattern = afterStar;
            inText = ++retryAt;
        } else {
            return false;
        }
    }
    const QStringView rest = pattern.sliced(inPattern);
    return std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u'*'; });
}

} // namespace

PolicyStatement PolicyStatement::read(JsonChecker &checker, const QString &path, const QJsonValue &value)
{
    const QJsonObject object = checker.object(path, value);
    PolicyStatement statement;
    if (!value.isObject())
        return statement;
    checker.expectOnly(path, object, {sidName, effectName, actionName, resourceName});
    const QJsonValue effect = object.value(effectName);
    if (effect != allow && effect != deny)
        checker.report(JsonChecker::member(path, effectName),
                       tr("Expected Allow or Deny, found %1.").arg(JsonChecker::shown(effect)));
    statement.m_effect = effect == allow ? Effect::Allow : Effect::Deny;
    statement.m_actions = texts(checker, JsonChecker::member(path, actionName), object.value(actionName));
    statement.m_resources =
        texts(checker, JsonChecker::member(path, resourceName), object.value(resourceName));
    return statement;
}

bool PolicyStatement::covers(const QString &resource) const
{
    // Actions are the same in whatever case of letters, resources are not.
    const QString action = QString(invoke).toLower();
    return std::any_of(m_actions.begin(), m_actions.end(),
                       [&action](const QString &one) { return matches(one.toLower(), action); })
           && std::any_of(m_resources.begin(), m_resources.end(),
                          [&resource](const QString &one) { return matches(one, resource); });
}

/// One text may stand for a list of one.
QStringList PolicyStatement::texts(JsonChecker &checker, const QString &path, const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    if (!value.isArray()) {
        checker.report(path,
                       tr("Expected a text or a list of texts, found %1.").arg(JsonChecker::shown(value)));
        return {};
    }
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (qsizetype index = 0; index < items.size(); ++index)
        texts.append(checker.text(JsonChecker::item(path, index), items.at(index)));
    return texts;
}

} // namespace Greenroom

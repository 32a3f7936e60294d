// SPDX-License-Identifier: MIT
#include "config/FaultConfig.h"

#include "common/Ids.h"
#include "common/JsonChecker.h"
#include "config/FaultNames.h"

#include <QJsonArray>

namespace Greenroom {

using namespace FaultNames;

namespace {

using Place = FaultRule::Place;
using Kind = FaultRule::Kind;

constexpr QLatin1String root("$");

// What a double holds exactly, as JSON's numbers are doubles to many programs.
constexpr qint64 largestNumber = (qint64(1) << 53) - 1;
constexpr qint64 lowestStatus = 300;
constexpr qint64 highestStatus = 599;
// "All control frames MUST have a payload length of 125 bytes or less", two of which are the code:
// https://www.rfc-editor.org/rfc/rfc6455#section-5.5
constexpr qsizetype longestReason = 123;

/// Codes that may stand in a close frame.
/// https://www.iana.org/assignments/websocket/websocket.xml#close-code-number
bool isCloseCode(const QJsonValue &value)
{
    return JsonChecker::isWholeNumber(value, 1000, 1003) || JsonChecker::isWholeNumber(value, 1007, 1014)
           || JsonChecker::isWholeNumber(value, 3000, 4999);
}

} // namespace

FaultConfig::Plan FaultConfig::parse(const QByteArray &json)
{
    const auto value = JsonChecker::parse(json);
    if (!value)
        return tl::unexpected(QStringList{value.error().message});
    JsonChecker checker;
    const FaultPlan plan = read(checker, root, *value);
    if (!checker.mistakes().isEmpty())
        return tl::unexpected(checker.mistakes());
    return plan;
}

FaultPlan FaultConfig::read(JsonChecker &checker, const QString &path, const QJsonValue &value)
{
    const QJsonObject object = checker.object(path, value);
    return value.isObject() ? FaultConfig(checker).plan(path, object) : FaultPlan();
}

FaultPlan FaultConfig::plan(const QString &path, const QJsonObject &object)
{
    m_check.expectOnly(path, object, {seedName, rulesName});
    FaultPlan plan;
    if (object.contains(seedName))
        plan.seed = static_cast<quint64>(m_check.wholeNumber(JsonChecker::member(path, seedName),
                                                             object.value(seedName), 0, largestNumber));
    const QString rulesPath = JsonChecker::member(path, rulesName);
    const QJsonArray items = m_check.array(rulesPath, object.value(rulesName));
    for (qsizetype index = 0; index < items.size(); ++index) {
        const QString itemPath = JsonChecker::item(rulesPath, index);
        const QJsonObject item = m_check.object(itemPath, items.at(index));
        if (items.at(index).isObject())
            plan.rules.append(rule(itemPath, item));
    }
    return plan;
}

FaultRule FaultConfig::rule(const QString &path, const QJsonObject &object)
{
    const QString place =
        m_check.oneOf(JsonChecker::member(path, placeName), object.value(placeName), placeNames());
    if (place.isEmpty())
        return {};
    const QString kind =
        m_check.oneOf(JsonChecker::member(path, kindName), object.value(kindName), kindsAt(place));
    if (kind.isEmpty())
        return {};
    FaultRule rule{placeOf(place), kindOf(kind)};
    m_check.expectOnly(path, object, membersOf(rule));
    readKind(rule, path, object);
    readWhen(rule, path, object);
    return rule;
}

void FaultConfig::readKind(FaultRule &rule, const QString &path, const QJsonObject &object)
{
    if (rule.kind == Kind::Delay)
        readDelay(rule, JsonChecker::member(path, delayName), object.value(delayName));
    else if (rule.kind == Kind::Refuse)
        rule.status = static_cast<int>(m_check.wholeNumber(
            JsonChecker::member(path, statusName), object.value(statusName), lowestStatus, highestStatus));
    else if (rule.kind == Kind::Close)
        readClose(rule, path, object);
}

void FaultConfig::readWhen(FaultRule &rule, const QString &path, const QJsonObject &object)
{
    const auto at = [&path](QLatin1String member) { return JsonChecker::member(path, member); };
    if (object.contains(probabilityName))
        rule.probability = m_check.number(at(probabilityName), object.value(probabilityName), 0, 1);
    if (object.contains(afterName))
        rule.after = m_check.wholeNumber(at(afterName), object.value(afterName), 0, largestNumber);
    if (object.contains(timesName))
        rule.times = m_check.wholeNumber(at(timesName), object.value(timesName), 0, largestNumber);
    if (rule.place == Place::Message)
        rule.routeKey = name(path, object, routeKeyName);
    if (rule.place == Place::Connect)
        return;
    rule.connectionId = name(path, object, connectionIdName);
    if (!rule.connectionId.isEmpty() && !IdMint::isConnectionId(rule.connectionId))
        m_check.report(at(connectionIdName),
                       tr("Expected a connection id such as eHrdFcnvvHcCE-w=, found %1.")
                           .arg(JsonChecker::shown(object.value(connectionIdName))));
}

void FaultConfig::readDelay(FaultRule &rule, const QString &path, const QJsonValue &value)
{
    const QJsonArray range = value.isArray() ? value.toArray() : QJsonArray{value, value};
    const auto isDelay = [](const QJsonValue &number) {
        return JsonChecker::isWholeNumber(number, 0, longestDelay.count());
    };
    const bool isRange = range.size() == 2 && isDelay(range.at(0)) && isDelay(range.at(1))
                         && range.at(0).toInteger() <= range.at(1).toInteger();
    if (!isRange)
        m_check.report(path, tr("Expected a whole number from 0 to %1, or a list of two, the smaller one "
                                "first; found %2.")
                                 .arg(QString::number(longestDelay.count()), JsonChecker::shown(value)));
    rule.shortest = std::chrono::milliseconds(range.at(0).toInteger());
    rule.longest = std::chrono::milliseconds(range.at(1).toInteger());
}

void FaultConfig::readClose(FaultRule &rule, const QString &path, const QJsonObject &object)
{
    const QJsonValue code = object.value(codeName);
    if (!isCloseCode(code))
        m_check.report(JsonChecker::member(path, codeName),
                       tr("Expected a close code that may be sent, 1000 to 1003, 1007 to 1014 or 3000 to "
                          "4999; found %1.")
                           .arg(JsonChecker::shown(code)));
    rule.closeCode = code.toInt();
    if (!object.contains(reasonName))
        return;
    const QString reasonPath = JsonChecker::member(path, reasonName);
    rule.closeReason = m_check.text(reasonPath, object.value(reasonName));
    if (rule.closeReason.toUtf8().size() > longestReason)
        m_check.report(reasonPath, tr("Expected at most %1 bytes of UTF-8, found %2.")
                                       .arg(QString::number(longestReason),
                                            QString::number(rule.closeReason.toUtf8().size())));
}

/// A member that need not be there, but if so is no empty text.
QString FaultConfig::name(const QString &path, const QJsonObject &object, QLatin1String member)
{
    if (!object.contains(member))
        return {};
    const QString memberPath = JsonChecker::member(path, member);
    QString text = m_check.text(memberPath, object.value(member));
    if (object.value(member).isString() && text.isEmpty())
        m_check.report(memberPath, tr("Expected a text that is not empty."));
    return text;
}

QJsonObject FaultConfig::toJson(const FaultPlan &plan, const QList<qint64> &fired)
{
    QJsonArray rules;
    for (qsizetype index = 0; index < plan.rules.size(); ++index) {
        QJsonObject rule = FaultNames::toJson(plan.rules.at(index));
        rule.insert(firedName, fired.at(index));
        rules.append(rule);
    }
    return {{seedName, static_cast<qint64>(plan.seed)}, {rulesName, rules}};
}

} // namespace Greenroom

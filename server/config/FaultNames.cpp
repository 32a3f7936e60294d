// SPDX-License-Identifier: MIT
#include "config/FaultNames.h"

#include <QJsonArray>
#include <algorithm>

namespace Greenroom::FaultNames {

namespace {

using Place = FaultRule::Place;
using Kind = FaultRule::Kind;

struct KindEntry
{
    Kind kind;
    QLatin1String name;
    /// Where it may be.
    QList<Place> places;
    /// What it has beside what every rule has.
    QStringList members;
};

const QList<KindEntry> &kinds()
{
    static const QList<KindEntry> entries{
        {Kind::Delay, QLatin1String("delay"), {Place::Connect, Place::Message, Place::Post}, {delayName}},
        {Kind::Refuse, QLatin1String("refuse"), {Place::Connect}, {statusName}},
        {Kind::Drop, QLatin1String("drop"), {Place::Connect, Place::Message, Place::Post}, {}},
        {Kind::Close, QLatin1String("close"), {Place::Message, Place::Post}, {codeName, reasonName}},
        {Kind::Fail, QLatin1String("fail"), {Place::Connect, Place::Message}, {}},
        {Kind::TimeOut, QLatin1String("timeOut"), {Place::Connect, Place::Message}, {}},
        {Kind::Throttle, QLatin1String("throttle"), {Place::Connect, Place::Message, Place::Post}, {}},
        {Kind::Gone, QLatin1String("gone"), {Place::Post}, {}},
    };
    return entries;
}

const KindEntry &entryOf(Kind kind)
{
    return *std::find_if(kinds().begin(), kinds().end(),
                         [kind](const KindEntry &entry) { return entry.kind == kind; });
}

QJsonValue delayToJson(const FaultRule &rule)
{
    const qint64 shortest = rule.shortest.count();
    const qint64 longest = rule.longest.count();
    return shortest == longest ? QJsonValue(shortest) : QJsonValue(QJsonArray{shortest, longest});
}

} // namespace

QStringList placeNames()
{
    return {nameOf(Place::Connect), nameOf(Place::Message), nameOf(Place::Post)};
}

QStringList kindsAt(const QString &place)
{
    QStringList names;
    if (!placeNames().contains(place))
        return names;
    for (const KindEntry &entry : kinds()) {
        if (entry.places.contains(placeOf(place)))
            names.append(entry.name);
    }
    return names;
}

Place placeOf(const QString &name)
{
    if (name == nameOf(Place::Message))
        return Place::Message;
    return name == nameOf(Place::Post) ? Place::Post : Place::Connect;
}

Kind kindOf(const QString &name)
{
    return std::find_if(kinds().begin(), kinds().end(),
                        [&name](const KindEntry &entry) { return entry.name == name; })
        ->kind;
}

QString nameOf(Place place)
{
    switch (place) {
    case Place::Connect:
        return QStringLiteral("connect");
    case Place::Message:
        return QStringLiteral("message");
    case Place::Post:
        return QStringLiteral("post");
    }
    return {};
}

QString nameOf(Kind kind)
{
    return entryOf(kind).name;
}

QStringList membersOf(const FaultRule &rule)
{
    QStringList members = QStringList{placeName, kindName} + entryOf(rule.kind).members
                          + QStringList{probabilityName, afterName, timesName};
    if (rule.place == Place::Message)
        members.append(routeKeyName);
    if (rule.place != Place::Connect)
        members.append(connectionIdName);
    return members;
}

QJsonObject toJson(const FaultRule &rule)
{
    QJsonObject object{{placeName, nameOf(rule.place)}, {kindName, nameOf(rule.kind)}};
    if (rule.kind == Kind::Delay)
        object.insert(delayName, delayToJson(rule));
    if (rule.kind == Kind::Refuse)
        object.insert(statusName, rule.status);
    if (rule.kind == Kind::Close)
        object.insert(codeName, rule.closeCode);
    if (!rule.closeReason.isEmpty())
        object.insert(reasonName, rule.closeReason);
    if (rule.probability < 1)
        object.insert(probabilityName, rule.probability);
    if (rule.after > 0)
        object.insert(afterName, rule.after);
    if (rule.times)
        object.insert(timesName, *rule.times);
    if (!rule.routeKey.isEmpty())
        object.insert(routeKeyName, rule.routeKey);
    if (!rule.connectionId.isEmpty())
        object.insert(connectionIdName, rule.connectionId);
    return object;
}

} // namespace Greenroom::FaultNames

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Faults.h"

#include <QJsonObject>
#include <QStringList>

/// What JSON calls the parts of a FaultRule. Pure.
namespace Greenroom::FaultNames {

inline constexpr QLatin1String seedName("seed");
inline constexpr QLatin1String rulesName("rules");
inline constexpr QLatin1String placeName("at");
inline constexpr QLatin1String kindName("do");
inline constexpr QLatin1String delayName("milliseconds");
inline constexpr QLatin1String statusName("status");
inline constexpr QLatin1String codeName("code");
inline constexpr QLatin1String reasonName("reason");
inline constexpr QLatin1String probabilityName("probability");
inline constexpr QLatin1String afterName("after");
inline constexpr QLatin1String timesName("times");
inline constexpr QLatin1String routeKeyName("routeKey");
inline constexpr QLatin1String connectionIdName("connectionId");
inline constexpr QLatin1String firedName("fired");

QStringList placeNames();
/// What a rule may do at a place; nothing for an unknown one.
QStringList kindsAt(const QString &place);

/// These take only names of the two lists.
FaultRule::Place placeOf(const QString &name);
FaultRule::Kind kindOf(const QString &name);

QString nameOf(FaultRule::Place place);
QString nameOf(FaultRule::Kind kind);

/// The members that a rule of this place and kind may have.
QStringList membersOf(const FaultRule &rule);

/// The rule as it is read, without what it has by default.
QJsonObject toJson(const FaultRule &rule);

} // namespace Greenroom::FaultNames

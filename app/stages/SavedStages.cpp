// SPDX-License-Identifier: MIT
#include "stages/SavedStages.h"

#include "common/Redaction.h"
#include "stages/StageAddress.h"

namespace Greenroom {

namespace {

constexpr auto addressKey = "stages/last/address";
constexpr auto connectKey = "stages/last/connectAtStart";

} // namespace

SavedStages::SavedStages(QSettings &settings) : m_settings(settings) {}

std::optional<SavedStage> SavedStages::last() const
{
    const auto address = StageAddress::parse(m_settings.value(QLatin1String(addressKey)).toString());
    if (!address)
        return std::nullopt;
    // Once more: somebody may have edited the file by hand.
    const bool connectAtStart = m_settings.value(QLatin1String(connectKey), true).toBool();
    return SavedStage{Redaction::withoutSecrets(*address),
                      connectAtStart && !Redaction::hasSecrets(*address)};
}

bool SavedStages::save(const QUrl &address)
{
    const QUrl clean = Redaction::withoutSecrets(address);
    m_settings.setValue(QLatin1String(addressKey), clean.toString(QUrl::FullyEncoded));
    m_settings.setValue(QLatin1String(connectKey), !Redaction::hasSecrets(address));
    m_settings.sync();
    // A damaged file is no obstacle: it has just been written anew.
    return m_settings.status() != QSettings::AccessError;
}

} // namespace Greenroom

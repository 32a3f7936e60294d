// SPDX-License-Identifier: MIT
#include "stages/StageSettings.h"

#include "common/Redaction.h"
#include "stages/OptionSettings.h"
#include "stages/StageAddress.h"

#include <QSettings>
#include <algorithm>
#include <vector>

namespace Greenroom {

namespace {

constexpr int longestName = 100;

struct Placed
{
    SavedStage stage;
    int order = 0;
};

QString folder()
{
    return QStringLiteral("stages/saved");
}

QString formerAddressKey()
{
    return QStringLiteral("stages/last/address");
}

QString formerConnectKey()
{
    return QStringLiteral("stages/last/connectAtStart");
}

/// Slashes would be groups.
QString nameOf(const QUrl &address)
{
    return QString::fromLatin1(address.toEncoded().toPercentEncoding());
}

QString groupOf(const QUrl &address)
{
    return QStringLiteral("%1/%2").arg(folder(), nameOf(address));
}

QString keyOf(const QUrl &address, const char *what)
{
    return groupOf(address) + QLatin1Char('/') + QLatin1String(what);
}

/// Nothing where somebody else has written there, or by hand what we would not.
std::optional<QUrl> addressOf(const QString &name)
{
    const auto address =
        StageAddress::parse(QString::fromUtf8(QByteArray::fromPercentEncoding(name.toLatin1())));
    if (!address || Redaction::hasSecrets(*address) || nameOf(*address) != name)
        return std::nullopt;
    return *address;
}

} // namespace

StageSettings::StageSettings(QSettings &settings) : m_settings(settings) {}

QList<SavedStage> StageSettings::read() const
{
    m_settings.beginGroup(folder());
    const QStringList names = m_settings.childGroups();
    m_settings.endGroup();
    std::vector<Placed> found;
    for (const QString &name : names) {
        const std::optional<QUrl> address = addressOf(name);
        if (!address)
            continue;
        const auto value = [this, &address](const char *what, const QVariant &otherwise = {}) {
            return m_settings.value(keyOf(*address, what), otherwise);
        };
        // Former versions noted a secret that was left out as if the user did not want to connect.
        const bool connects = value("connectAtStart", true).toBool();
        const QVariant lacksSecret = value("lacksSecret");
        const SavedStage stage{*address,
                               connects || !lacksSecret.isValid(),
                               tidied(value("name").toString()),
                               tidied(value("group").toString()),
                               std::max(0, value("lastUse").toInt()),
                               lacksSecret.isValid() ? lacksSecret.toBool() : !connects,
                               OptionSettings::read(m_settings, groupOf(*address))};
        found.push_back({stage, value("order").toInt()});
    }
    // What has no place of its own keeps the settings' order, which is the same each time.
    std::stable_sort(found.begin(), found.end(),
                     [](const Placed &one, const Placed &other) { return one.order < other.order; });
    QList<SavedStage> stages;
    for (const Placed &placed : found)
        stages.append(placed.stage);
    return stages;
}

void StageSettings::write(const QList<SavedStage> &before, const QList<SavedStage> &stages)
{
    const auto isAt = [](const QUrl &address) {
        return [address](const SavedStage &stage) { return stage.address == address; };
    };
    for (const SavedStage &former : before) {
        if (std::none_of(stages.begin(), stages.end(), isAt(former.address)))
            m_settings.remove(groupOf(former.address));
    }
    for (qsizetype place = 0; place < stages.size(); ++place) {
        const SavedStage &stage = stages.at(place);
        const auto set = [this, &stage](const char *what, const QVariant &value) {
            if (const QString key = keyOf(stage.address, what); m_settings.value(key) != value)
                m_settings.setValue(key, value);
        };
        set("connectAtStart", stage.connectAtStart);
        set("lacksSecret", stage.lacksSecret);
        set("name", stage.name);
        set("group", stage.group);
        set("lastUse", stage.lastUse);
        set("order", static_cast<int>(place));
        OptionSettings::write(m_settings, groupOf(stage.address), stage.options);
    }
}

std::optional<SavedStage> StageSettings::readFormer() const
{
    const auto address = StageAddress::parse(m_settings.value(formerAddressKey()).toString());
    if (!address)
        return std::nullopt;
    SavedStage former{Redaction::withoutSecrets(*address)};
    // Once more: somebody may have edited the file by hand.
    former.lacksSecret =
        Redaction::hasSecrets(*address) || !m_settings.value(formerConnectKey(), true).toBool();
    return former;
}

void StageSettings::removeFormer()
{
    m_settings.remove(formerAddressKey());
    m_settings.remove(formerConnectKey());
}

QString StageSettings::tidied(const QString &name)
{
    return name.simplified().left(longestName).trimmed();
}

} // namespace Greenroom

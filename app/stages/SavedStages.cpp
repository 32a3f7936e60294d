// SPDX-License-Identifier: MIT
#include "stages/SavedStages.h"

#include "common/Redaction.h"
#include "stages/Drafts.h"
#include "stages/StageSettings.h"

#include <QSettings>
#include <algorithm>

namespace Greenroom {

namespace {

QString foldedKey()
{
    return QStringLiteral("stages/folded");
}

QStringList groupsOf(const QList<SavedStage> &stages)
{
    QStringList groups;
    for (const SavedStage &stage : stages) {
        if (!stage.group.isEmpty() && !groups.contains(stage.group))
            groups.append(stage.group);
    }
    return groups;
}

/// The stages of the groups, group by group, after those without one.
QList<SavedStage> sorted(const QList<SavedStage> &stages, const QStringList &groups)
{
    QList<SavedStage> result;
    for (const QString &group : QStringList{QString()} + groups) {
        std::copy_if(stages.begin(), stages.end(), std::back_inserter(result),
                     [&group](const SavedStage &stage) { return stage.group == group; });
    }
    return result;
}

QList<SavedStage> sorted(const QList<SavedStage> &stages)
{
    return sorted(stages, groupsOf(stages));
}

template <class Stages>
auto at(Stages &stages, const QUrl &address)
{
    return std::find_if(stages.begin(), stages.end(),
                        [clean = Redaction::withoutSecrets(address)](const SavedStage &stage) {
                            return stage.address == clean;
                        });
}

bool isUsedEarlier(const SavedStage &one, const SavedStage &other)
{
    return one.lastUse < other.lastUse;
}

/// What is known only here stays: when it was used, and that a secret was left out.
void putInto(QList<SavedStage> &stages, const SavedStage &given)
{
    const auto known = at(stages, given.address);
    const bool isKnown = known != stages.end();
    const qsizetype from = known - stages.begin();
    SavedStage stage = isKnown ? *known : SavedStage{Redaction::withoutSecrets(given.address)};
    if (!isKnown)
        stage.lacksSecret = Redaction::hasSecrets(given.address);
    const QString group = StageSettings::tidied(given.group);
    const bool stays = isKnown && stage.group == group;
    stage.name = StageSettings::tidied(given.name);
    stage.group = group;
    stage.connectAtStart = given.connectAtStart;
    stage.options = given.options;
    if (stays) {
        stages[from] = stage;
        return;
    }
    if (isKnown)
        stages.removeAt(from);
    stages.append(stage);
}

} // namespace

SavedStages::SavedStages(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_stages(sorted(StageSettings(settings).read()))
{
    takeOver();
}

QList<SavedStage> SavedStages::all() const
{
    return m_stages;
}

std::optional<SavedStage> SavedStages::find(const QUrl &address) const
{
    const auto found = at(m_stages, address);
    return found == m_stages.end() ? std::nullopt : std::optional(*found);
}

std::optional<SavedStage> SavedStages::last() const
{
    const auto latest = std::max_element(m_stages.begin(), m_stages.end(), isUsedEarlier);
    return latest == m_stages.end() ? std::nullopt : std::optional(*latest);
}

QStringList SavedStages::groups() const
{
    return groupsOf(m_stages);
}

bool SavedStages::isFolded(const QString &section) const
{
    return m_settings.value(foldedKey()).toStringList().contains(section);
}

bool SavedStages::save(const QUrl &address)
{
    return change([address](QList<SavedStage> &stages) {
        const auto latest = std::max_element(stages.begin(), stages.end(), isUsedEarlier);
        const int lastUse = latest == stages.end() ? 1 : latest->lastUse + 1;
        if (at(stages, address) == stages.end())
            stages.append({Redaction::withoutSecrets(address)});
        const auto stage = at(stages, address);
        stage->lacksSecret = Redaction::hasSecrets(address);
        stage->lastUse = lastUse;
    });
}

void SavedStages::rename(const QUrl &address, const QString &name)
{
    change([address, name](QList<SavedStage> &stages) {
        if (const auto stage = at(stages, address); stage != stages.end())
            stage->name = StageSettings::tidied(name);
    });
}

StageOptions SavedStages::options(const QUrl &address) const
{
    const auto stage = at(m_stages, address);
    return stage == m_stages.end() ? StageOptions() : stage->options;
}

void SavedStages::setOptions(const QUrl &address, const StageOptions &options)
{
    change([address, options](QList<SavedStage> &stages) {
        if (const auto stage = at(stages, address); stage != stages.end())
            stage->options = options;
    });
}

bool SavedStages::put(const QList<SavedStage> &given)
{
    return change([given](QList<SavedStage> &stages) {
        for (const SavedStage &stage : given)
            putInto(stages, stage);
    });
}

void SavedStages::place(const QUrl &address, const QString &group, const QUrl &before)
{
    const QString tidyGroup = StageSettings::tidied(group);
    change([address, tidyGroup, before](QList<SavedStage> &stages) {
        const qsizetype from = at(stages, address) - stages.begin();
        if (from == stages.size() || address == before)
            return;
        // So that a group's only stage may move within it without the group's going to the end.
        const QStringList groups = groupsOf(stages);
        SavedStage stage = stages.takeAt(from);
        stage.group = tidyGroup;
        const qsizetype next = at(stages, before) - stages.begin();
        const bool isNextInGroup = next < stages.size() && stages.at(next).group == tidyGroup;
        stages.insert(isNextInGroup ? next : stages.size(), stage);
        stages = sorted(stages, groups.contains(tidyGroup) || tidyGroup.isEmpty()
                                    ? groups
                                    : groups + QStringList{tidyGroup});
    });
}

void SavedStages::move(const QUrl &address, Direction direction)
{
    const auto stage = at(m_stages, address);
    if (stage == m_stages.end())
        return;
    const bool goesUp = direction == Direction::Up;
    const qsizetype from = stage - m_stages.begin();
    const auto isInGroup = [this](qsizetype place, const QString &group) {
        return place >= 0 && place < m_stages.size() && m_stages.at(place).group == group;
    };
    const auto addressAt = [this](qsizetype place) { return m_stages.value(place).address; };
    if (isInGroup(from + (goesUp ? -1 : 1), stage->group)) {
        place(address, stage->group, addressAt(goesUp ? from - 1 : from + 2));
        return;
    }
    const QStringList sections = QStringList{QString()} + groups();
    const qsizetype section = sections.indexOf(stage->group) + (goesUp ? -1 : 1);
    if (section >= 0 && section < sections.size())
        place(address, sections.at(section), goesUp ? QUrl() : addressAt(from + 1));
}

void SavedStages::renameGroup(const QString &group, const QString &name)
{
    const QString tidyName = StageSettings::tidied(name);
    change([group, tidyName](QList<SavedStage> &stages) {
        for (SavedStage &stage : stages) {
            if (stage.group == group)
                stage.group = tidyName;
        }
    });
}

void SavedStages::moveGroup(const QString &group, Direction direction)
{
    change([group, direction](QList<SavedStage> &stages) {
        QStringList groups = groupsOf(stages);
        const qsizetype from = groups.indexOf(group);
        const qsizetype to = from + (direction == Direction::Up ? -1 : 1);
        if (from >= 0 && to >= 0 && to < groups.size())
            groups.swapItemsAt(from, to);
        stages = sorted(stages, groups);
    });
}

void SavedStages::setFolded(const QString &section, bool isFolded)
{
    QStringList folded = m_settings.value(foldedKey()).toStringList();
    folded.removeAll(section);
    if (isFolded)
        folded.append(section);
    m_settings.setValue(foldedKey(), folded);
    Q_EMIT changed();
}

void SavedStages::forget(const QUrl &address)
{
    const QUrl clean = Redaction::withoutSecrets(address);
    // Before anything is erased, since what ends keeps its draft and its lines.
    Q_EMIT forgetting(clean);
    Drafts(m_settings).keep(clean, {});
    change([clean](QList<SavedStage> &stages) {
        stages.removeIf([&clean](const SavedStage &stage) { return stage.address == clean; });
    });
    Q_EMIT forgotten(clean);
}

bool SavedStages::change(const Change &change)
{
    // What others have written meanwhile is not ours to lose.
    m_settings.sync();
    StageSettings stored(m_settings);
    const QList<SavedStage> before = stored.read();
    QList<SavedStage> stages = sorted(before);
    change(stages);
    stages = sorted(stages);
    stored.write(before, stages);
    m_settings.sync();
    if (std::exchange(m_stages, stages) != stages)
        Q_EMIT changed();
    // A damaged file is no obstacle: it has just been written anew.
    return m_settings.status() != QSettings::AccessError;
}

void SavedStages::takeOver()
{
    const std::optional<SavedStage> former = StageSettings(m_settings).readFormer();
    if (!former)
        return;
    save(former->address);
    change([&former](QList<SavedStage> &stages) {
        at(stages, former->address)->lacksSecret = former->lacksSecret;
    });
    StageSettings(m_settings).removeFormer();
    m_settings.sync();
}

} // namespace Greenroom

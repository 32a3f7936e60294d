// SPDX-License-Identifier: MIT
#include "stages/AddressFile.h"

#include "common/Redaction.h"
#include "stages/OptionsJson.h"
#include "stages/OptionsReader.h"
#include "stages/StageAddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>
#include <limits>

namespace Greenroom::AddressFile {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AddressFile)
};

constexpr QLatin1String formatName("format");
constexpr QLatin1String format("greenroom-addresses");
constexpr QLatin1String versionName("version");
constexpr QLatin1String stagesName("stages");
constexpr QLatin1String addressName("address");
constexpr QLatin1String nameName("name");
constexpr QLatin1String groupName("group");
constexpr QLatin1String connectName("connectAtStart");
constexpr QLatin1String optionsName("options");
constexpr QLatin1String root("$");

QJsonObject objectOf(const SavedStage &stage)
{
    QJsonObject object{{addressName, Redaction::withoutSecrets(stage.address).toString(QUrl::FullyEncoded)},
                       {nameName, stage.name},
                       {groupName, stage.group},
                       {connectName, stage.connectAtStart}};
    if (const QJsonObject options = OptionsJson::write(stage.options); !options.isEmpty())
        object.insert(optionsName, options);
    return object;
}

/// One entry; not to be used if `check` has a mistake to tell afterwards.
SavedStage stageOf(JsonChecker &check, const QString &path, const QJsonValue &value, const Known &known)
{
    const auto at = [&path](QLatin1String name) { return JsonChecker::member(path, name); };
    const QJsonObject object = check.object(path, value);
    if (!value.isObject())
        return {};
    check.expectOnly(path, object, {addressName, nameName, groupName, connectName, optionsName});
    const Result<QUrl> address = StageAddress::parse(check.text(at(addressName), object.value(addressName)));
    if (!address) {
        if (object.value(addressName).isString())
            check.report(at(addressName), address.error().message);
        return {};
    }
    const QUrl clean = Redaction::withoutSecrets(*address);
    SavedStage stage = (known ? known(clean) : std::nullopt).value_or(SavedStage{clean});
    if (object.contains(nameName))
        stage.name = check.text(at(nameName), object.value(nameName));
    if (object.contains(groupName))
        stage.group = check.text(at(groupName), object.value(groupName));
    if (object.contains(connectName))
        stage.connectAtStart = check.boolean(at(connectName), object.value(connectName));
    if (object.contains(optionsName))
        stage.options = OptionsReader(check).read(at(optionsName), object.value(optionsName));
    return stage;
}

Result<QJsonArray> entriesOf(const QByteArray &json)
{
    const Result<QJsonValue> parsed = JsonChecker::parse(json);
    if (!parsed)
        return failure(parsed.error().message);
    JsonChecker check;
    const QString path = root;
    const QJsonObject object = check.object(path, *parsed);
    if (parsed->isObject()) {
        check.oneOf(JsonChecker::member(path, formatName), object.value(formatName), {format});
        // One that is newer may mean something else by the same names.
        const QJsonValue number = object.value(versionName);
        if (JsonChecker::isWholeNumber(number, version + 1, std::numeric_limits<int>::max()))
            return failure(
                Tr::tr("%1: This file was written by a newer version of Greenroom; use that one to "
                       "read it.",
                       "%1 is a JSON path")
                    .arg(JsonChecker::member(path, versionName)));
        check.wholeNumber(JsonChecker::member(path, versionName), number, version, version);
        check.expectOnly(path, object, {formatName, versionName, stagesName});
        check.array(JsonChecker::member(path, stagesName), object.value(stagesName));
    }
    if (!check.mistakes().isEmpty())
        return failure(check.mistakes().constFirst());
    return object.value(stagesName).toArray();
}

} // namespace

QByteArray toJson(const QList<SavedStage> &stages)
{
    QJsonArray entries;
    for (const SavedStage &stage : stages)
        entries.append(objectOf(stage));
    const QJsonObject object{{formatName, QString(format)}, {versionName, version}, {stagesName, entries}};
    return QJsonDocument(object).toJson();
}

Result<Contents> fromJson(const QByteArray &json, const Known &known)
{
    const Result<QJsonArray> entries = entriesOf(json);
    if (!entries)
        return failure(entries.error().message);
    Contents contents;
    for (qsizetype index = 0; index < entries->size(); ++index) {
        JsonChecker check;
        const QString path = JsonChecker::item(JsonChecker::member(root, stagesName), index);
        const SavedStage stage = stageOf(check, path, entries->at(index), known);
        const bool isTwice =
            std::any_of(contents.stages.cbegin(), contents.stages.cend(),
                        [&stage](const SavedStage &other) { return other.address == stage.address; });
        if (isTwice)
            check.report(path, Tr::tr("This address is in the file already."));
        if (check.mistakes().isEmpty())
            contents.stages.append(stage);
        else
            contents.skipped.append(check.mistakes().constFirst());
    }
    return contents;
}

Result<void> write(const QString &path, const QList<SavedStage> &stages)
{
    const auto explained = [&path](const QString &reason) {
        return failure(
            Tr::tr("The addresses could not be written to %1: %2. What stood there before is as it "
                   "was; choose another place.",
                   "%1 is the path of a file, %2 the system's reason")
                .arg(QDir::toNativeSeparators(path), reason));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return explained(file.errorString());
    file.write(toJson(stages));
    if (!file.commit())
        return explained(file.errorString());
    return {};
}

Result<Contents> read(const QString &path, const Known &known)
{
    QFile file(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Tr::tr("%1 can't be read: %2.", "%1 is the path of a file, %2 the system's reason")
                           .arg(shown, file.errorString()));
    const QByteArray json = file.read(largestFile + 1);
    if (json.size() > largestFile)
        return failure(
            Tr::tr("%1 is too large for a file of addresses.", "%1 is the path of a file").arg(shown));
    return fromJson(json, known);
}

} // namespace Greenroom::AddressFile

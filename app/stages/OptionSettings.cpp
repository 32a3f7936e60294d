// SPDX-License-Identifier: MIT
#include "stages/OptionSettings.h"

#include "stages/OptionsJson.h"
#include "stages/OptionsReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

namespace Greenroom::OptionSettings {

namespace {

QString keyOf(const QString &group, const QString &name)
{
    return group + QLatin1Char('/') + name;
}

/// Texts as they are, all else as JSON.
QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonValue valueOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(text);
}

} // namespace

StageOptions read(const QSettings &settings, const QString &group)
{
    QJsonObject object;
    const QStringList names = OptionsJson::names();
    for (const QString &name : names) {
        if (const QVariant text = settings.value(keyOf(group, name)); text.isValid())
            object.insert(name, valueOf(text.toString()));
    }
    // Somebody may have edited the file; whoever opens the stage's settings sees what is left.
    JsonChecker ignored;
    return OptionsReader(ignored).read(group, object);
}

void write(QSettings &settings, const QString &group, const StageOptions &options)
{
    const QJsonObject object = OptionsJson::write(options);
    const QStringList names = OptionsJson::names();
    for (const QString &name : names) {
        const QString key = keyOf(group, name);
        if (!object.contains(name))
            settings.remove(key);
        else if (const QString text = textOf(object.value(name)); settings.value(key) != text)
            settings.setValue(key, text);
    }
}

} // namespace Greenroom::OptionSettings

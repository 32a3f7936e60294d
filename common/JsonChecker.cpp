// SPDX-License-Identifier: MIT
#include "common/JsonChecker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <cmath>

namespace Greenroom {

Result<QJsonValue> JsonChecker::parse(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(error.offset).count('\n') + 1;
        return failure(tr("Expected JSON; line %1: %2.").arg(QString::number(line), error.errorString()));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void JsonChecker::report(const QString &path, const QString &sentence)
{
    m_mistakes.append(path + QStringLiteral(": ") + sentence);
}

QString JsonChecker::text(const QString &path, const QJsonValue &value)
{
    if (!value.isString())
        report(path, tr("Expected a text, found %1.").arg(shown(value)));
    return value.toString();
}

QJsonObject JsonChecker::object(const QString &path, const QJsonValue &value)
{
    if (!value.isObject())
        report(path, tr("Expected an object, found %1.").arg(shown(value)));
    return value.toObject();
}

QJsonArray JsonChecker::array(const QString &path, const QJsonValue &value)
{
    if (!value.isArray())
        report(path, tr("Expected a list, found %1.").arg(shown(value)));
    return value.toArray();
}

bool JsonChecker::boolean(const QString &path, const QJsonValue &value)
{
    if (!value.isBool())
        report(path, tr("Expected true or false, found %1.").arg(shown(value)));
    return value.toBool();
}

qint64 JsonChecker::wholeNumber(const QString &path, const QJsonValue &value, qint64 least, qint64 most)
{
    if (isWholeNumber(value, least, most))
        return value.toInteger();
    report(path, tr("Expected a whole number from %1 to %2, found %3.")
                     .arg(QString::number(least), QString::number(most), shown(value)));
    return least;
}

double JsonChecker::number(const QString &path, const QJsonValue &value, double least, double most)
{
    if (value.isDouble() && value.toDouble() >= least && value.toDouble() <= most)
        return value.toDouble();
    report(path, tr("Expected a number from %1 to %2, found %3.")
                     .arg(QString::number(least), QString::number(most), shown(value)));
    return least;
}

QString JsonChecker::oneOf(const QString &path, const QJsonValue &value, const QStringList &names)
{
    if (value.isString() && names.contains(value.toString()))
        return value.toString();
    report(path, tr("Expected one of %1; found %2.").arg(names.join(QStringLiteral(", ")), shown(value)));
    return {};
}

void JsonChecker::expectOnly(const QString &path, const QJsonObject &object, const QStringList &names)
{
    const QStringList found = object.keys();
    for (const QString &name : found) {
        if (!names.contains(name))
            report(member(path, name),
                   tr("Expected nothing of this name, but only %1.").arg(names.join(QStringLiteral(", "))));
    }
}

bool JsonChecker::isWholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble();
    return value.isDouble() && std::floor(number) == number && number >= static_cast<double>(least)
           && number <= static_cast<double>(most);
}

QString JsonChecker::member(const QString &path, const QString &name)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return identifier.match(name).hasMatch() ? path + u'.' + name : path + QStringLiteral("['%1']").arg(name);
}

QString JsonChecker::item(const QString &path, qsizetype index)
{
    return path + QStringLiteral("[%1]").arg(index);
}

QString JsonChecker::shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return tr("nothing");
    constexpr qsizetype longest = 60;
    // Only lists and objects can be written, so the brackets of a list around it are taken off again.
    QString json = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    json = json.sliced(1, json.size() - 2);
    return json.size() <= longest ? json : json.first(longest) + u'…';
}

} // namespace Greenroom

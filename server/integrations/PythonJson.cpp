// SPDX-License-Identifier: MIT
#include "integrations/PythonJson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

namespace Greenroom::PythonJson {

namespace {

constexpr char16_t firstPrintable = u' ';
constexpr char16_t lastPrintable = u'~';

QByteArray escaped(char16_t unit)
{
    constexpr int digits = 4;
    constexpr int hexadecimal = 16;
    switch (unit) {
    case u'"':
        return R"(\")";
    case u'\\':
        return R"(\\)";
    case u'\n':
        return R"(\n)";
    case u'\r':
        return R"(\r)";
    case u'\t':
        return R"(\t)";
    case u'\b':
        return R"(\b)";
    case u'\f':
        return R"(\f)";
    default:
        break;
    }
    if (unit >= firstPrintable && unit <= lastPrintable)
        return {1, static_cast<char>(unit)};
    return R"(\u)" + QByteArray::number(static_cast<uint>(unit), hexadecimal).rightJustified(digits, '0');
}

} // namespace

QByteArray string(const QString &text)
{
    QByteArray written("\"");
    for (const QChar unit : text)
        written += escaped(unit.unicode());
    return written + '"';
}

QByteArray array(const QList<QByteArray> &values)
{
    return '[' + values.join(", ") + ']';
}

QByteArray object(const QList<Member> &members)
{
    QList<QByteArray> written;
    written.reserve(members.size());
    for (const auto &[name, value] : members)
        written.append(string(name) + ": " + value);
    return '{' + written.join(", ") + '}';
}

QByteArray value(const QJsonValue &value)
{
    if (value.isString())
        return string(value.toString());
    if (value.isArray()) {
        QList<QByteArray> values;
        const QJsonArray items = value.toArray();
        for (const auto &item : items)
            values.append(PythonJson::value(item));
        return array(values);
    }
    if (value.isObject()) {
        QList<Member> members;
        const QJsonObject items = value.toObject();
        for (auto item = items.begin(); item != items.end(); ++item)
            members.append({item.key(), PythonJson::value(item.value())});
        return object(members);
    }
    return value.isNull() || value.isUndefined() ? QByteArray("null") : value.toVariant().toByteArray();
}

} // namespace Greenroom::PythonJson

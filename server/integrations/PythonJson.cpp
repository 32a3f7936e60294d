// SPDX-License-Identifier: MIT
#include "integrations/PythonJson.h"

#include "integrations/PythonNumber.h"

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

QList<QByteArray> written(const std::vector<JsonTree> &items)
{
    QList<QByteArray> values;
    for (const JsonTree &item : items)
        values.append(value(item));
    return values;
}

QList<Member> members(const JsonTree &object)
{
    QList<Member> members;
    for (std::size_t index = 0; index < object.items().size(); ++index)
        members.append({object.names()[index], value(object.items()[index])});
    return members;
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

QByteArray value(const JsonTree &value)
{
    if (value.isText())
        return string(value.text());
    if (value.type() == JsonTree::Type::Array)
        return array(written(value.items()));
    if (value.type() == JsonTree::Type::Object)
        return object(members(value));
    const bool isNumber = value.type() == JsonTree::Type::Number;
    return (isNumber ? PythonNumber::json(value.text()) : value.text()).toLatin1();
}

} // namespace Greenroom::PythonJson

// SPDX-License-Identifier: MIT
#include "gateway/RequestModel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

// The library is less strict with itself than we are.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wrestrict"
#endif
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the library asks for it.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace Greenroom {

class RequestModel::Schema
{
public:
    valijson::Schema schema;
};

namespace {

/// What the library does well. Patterns overflow the stack on long texts, references may run in circles,
/// items are compared with each other one by one, multiples are counted in doubles: all of it at the mercy of
/// strangers' messages, on the thread that serves everybody.
bool isSupported(const QString &keyword)
{
    static const QSet<QString> supported{QStringLiteral("$schema"),
                                         QStringLiteral("additionalItems"),
                                         QStringLiteral("additionalProperties"),
                                         QStringLiteral("allOf"),
                                         QStringLiteral("anyOf"),
                                         QStringLiteral("default"),
                                         QStringLiteral("description"),
                                         QStringLiteral("enum"),
                                         QStringLiteral("exclusiveMaximum"),
                                         QStringLiteral("exclusiveMinimum"),
                                         QStringLiteral("format"),
                                         QStringLiteral("id"),
                                         QStringLiteral("items"),
                                         QStringLiteral("maximum"),
                                         QStringLiteral("maxItems"),
                                         QStringLiteral("maxLength"),
                                         QStringLiteral("maxProperties"),
                                         QStringLiteral("minimum"),
                                         QStringLiteral("minItems"),
                                         QStringLiteral("minLength"),
                                         QStringLiteral("minProperties"),
                                         QStringLiteral("not"),
                                         QStringLiteral("oneOf"),
                                         QStringLiteral("properties"),
                                         QStringLiteral("required"),
                                         QStringLiteral("title"),
                                         QStringLiteral("type")};
    return supported.contains(keyword);
}

QString unsupportedIn(const QJsonValue &schema);

/// The way to the first keyword that is not supported in the schemas that `keyword` holds; empty if there is
/// none.
QString unsupportedBelow(const QString &keyword, const QJsonValue &value)
{
    const auto within = [&keyword](const QString &name, const QJsonValue &schema) {
        QString found = unsupportedIn(schema);
        if (found.isEmpty())
            return found;
        return (name.isEmpty() ? keyword : keyword + u'.' + name) + u'.' + found;
    };
    if (keyword == QLatin1String("properties")) {
        const QJsonObject properties = value.toObject();
        for (auto item = properties.begin(); item != properties.end(); ++item) {
            if (QString found = within(item.key(), item.value()); !found.isEmpty())
                return found;
        }
        return {};
    }
    if (keyword == QLatin1String("enum") || keyword == QLatin1String("default"))
        return {};
    const QJsonArray schemas = value.toArray();
    for (qsizetype index = 0; index < schemas.size(); ++index) {
        if (QString found = within(QString::number(index), schemas.at(index)); !found.isEmpty())
            return found;
    }
    return within({}, value);
}

QString unsupportedIn(const QJsonValue &schema)
{
    const QJsonObject object = schema.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (!isSupported(item.key()))
            return item.key();
        if (QString found = unsupportedBelow(item.key(), item.value()); !found.isEmpty())
            return found;
    }
    return {};
}

/// Of draft 4 only.
bool isForeignDraft(const QJsonObject &schema)
{
    const QJsonValue draft = schema.value(QLatin1String("$schema"));
    return !draft.isUndefined() && !draft.toString().contains(QLatin1String("draft-04"));
}

} // namespace

Result<RequestModel> RequestModel::parse(const QJsonObject &schema)
{
    if (isForeignDraft(schema))
        return failure(tr("$schema is not that of draft 4"));
    if (const QString keyword = unsupportedIn(schema); !keyword.isEmpty())
        return failure(tr("“%1” is not supported").arg(keyword));
    auto parsed = std::make_shared<Schema>();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
    const QJsonValue value(schema);
    try {
        parser.populateSchema(valijson::adapters::QtJsonAdapter(value), parsed->schema);
    } catch (const std::exception &error) {
        // It ends its sentences, as we do.
        QString what = QString::fromUtf8(error.what());
        while (what.endsWith(u'.'))
            what.chop(1);
        return failure(what);
    }
    return RequestModel(std::move(parsed));
}

bool RequestModel::admits(const QString &body) const
{
    // In a list, so that texts and numbers are read too.
    const auto list = QJsonDocument::fromJson('[' + body.toUtf8() + ']').array();
    if (list.size() != 1)
        return false;
    const QJsonValue value = list.at(0);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(m_schema->schema, valijson::adapters::QtJsonAdapter(value), nullptr);
}

} // namespace Greenroom

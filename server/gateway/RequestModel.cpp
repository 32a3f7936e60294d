// SPDX-License-Identifier: MIT
#include "gateway/RequestModel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

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

bool hasPatterns(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QJsonArray array = value.toArray();
    return object.contains(QLatin1String("patternProperties"))
           || object.value(QLatin1String("pattern")).isString()
           || std::any_of(object.begin(), object.end(), hasPatterns)
           || std::any_of(array.begin(), array.end(), hasPatterns);
}

} // namespace

Result<RequestModel> RequestModel::parse(const QJsonObject &schema)
{
    // The library looks for them with std::regex, which overflows the stack on long texts, and texts are
    // what strangers send.
    if (hasPatterns(schema))
        return failure(tr("patterns are not supported"));
    auto parsed = std::make_shared<Schema>();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
    const QJsonValue value(schema);
    try {
        parser.populateSchema(valijson::adapters::QtJsonAdapter(value), parsed->schema);
    } catch (const std::exception &error) {
        return failure(QString::fromUtf8(error.what()));
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

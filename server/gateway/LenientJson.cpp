// SPDX-License-Identifier: MIT
#include "gateway/LenientJson.h"

#include "gateway/LenientJsonReader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Greenroom {

namespace {

QString quoted(const QString &text)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return list.sliced(1, list.size() - 2);
}

} // namespace

std::optional<LenientJson> LenientJson::parse(QStringView json)
{
    return LenientJsonReader(json).document();
}

const LenientJson *LenientJson::member(QStringView name) const
{
    for (std::size_t index = m_names.size(); index > 0; --index) {
        if (m_names[index - 1] == name)
            return &m_items[index - 1];
    }
    return nullptr;
}

QString LenientJson::toJson() const
{
    if (m_type == Type::Text)
        return quoted(m_text);
    if (m_type != Type::Array && m_type != Type::Object)
        return m_text;
    QString json;
    for (std::size_t index = 0; index < m_items.size(); ++index) {
        json += index == 0 ? QLatin1String() : QLatin1String(",");
        if (m_type == Type::Object)
            json += quoted(m_names[index]) + u':';
        json += m_items[index].toJson();
    }
    return m_type == Type::Array ? u'[' + json + u']' : u'{' + json + u'}';
}

} // namespace Greenroom

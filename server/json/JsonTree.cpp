// SPDX-License-Identifier: MIT
#include "json/JsonTree.h"

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

const JsonTree *JsonTree::member(QAnyStringView name) const
{
    for (std::size_t index = m_names.size(); index > 0; --index) {
        if (QAnyStringView::compare(m_names[index - 1], name) == 0)
            return &m_items[index - 1];
    }
    return nullptr;
}

void JsonTree::append(const QString &name, JsonTree item)
{
    if (m_type == Type::Object)
        m_names.push_back(name);
    append(std::move(item));
}

QString JsonTree::toJson() const
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

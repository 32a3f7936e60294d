// SPDX-License-Identifier: MIT
#pragma once

#include <QAnyStringView>
#include <QString>
#include <vector>

namespace Greenroom {

/// JSON as it was read: unlike Qt's own it keeps the order of the members, and numbers as they were written.
/// LenientJson and StrictJson read it.
class JsonTree
{
public:
    enum class Type { Null, Boolean, Number, Text, Array, Object };

    /// How many arrays and objects may stand in one another for a reader. Python gives up at 1000 calls in
    /// one another, of which some are its own.
    static constexpr int deepest = 900;

    explicit JsonTree(Type type, QString text = {}) : m_type(type), m_text(std::move(text)) {}

    Type type() const { return m_type; }
    bool isText() const { return m_type == Type::Text; }
    /// A text, in which half of a surrogate pair may stand alone, or a number, a boolean or null as it was
    /// written.
    const QString &text() const { return m_text; }
    /// Of an array or an object.
    const std::vector<JsonTree> &items() const { return m_items; }
    /// Of an object; one for each of items().
    const std::vector<QString> &names() const { return m_names; }
    /// The last member of this name; nothing where there is none, as in everything that is no object.
    const JsonTree *member(QAnyStringView name) const;

    void append(JsonTree item) { m_items.push_back(std::move(item)); }
    /// In an array the name means nothing.
    void append(const QString &name, JsonTree item);
    void replace(std::size_t index, JsonTree item) { m_items[index] = std::move(item); }

    /// Standard JSON without blanks, members in the order in which they came.
    QString toJson() const;

private:
    Type m_type;
    QString m_text;
    std::vector<QString> m_names;
    std::vector<JsonTree> m_items;
};

} // namespace Greenroom

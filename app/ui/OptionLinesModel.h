// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>

namespace Greenroom {

/// Names, or names and values, as they are edited: headers, query items, subprotocols. A secret's value is
/// shown as dots; what goes by the name of a secret is one.
class OptionLinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Form { Names, NamesAndValues };
    enum Column { NameColumn, ValueColumn, SecretColumn };

    struct Line
    {
        QString name;
        QString value;
        bool isSecret = false;
    };

    explicit OptionLinesModel(Form form, QObject *parent = nullptr);

    /// Those in which something is written, without blanks around names.
    QList<Line> lines() const;
    void setLines(const QList<Line> &lines);
    bool isSecret(const QModelIndex &index) const;
    /// The row of the `place`th of lines().
    int rowOf(qsizetype place) const;
    /// Appends an empty line; returns where its name is.
    QModelIndex add();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    static bool isBlank(const Line &line);
    static QString shownValue(const Line &line);
    bool write(Line &line, int column, const QString &text);

    Form m_form;
    QList<Line> m_lines;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace Greenroom {

/// Reads a JSON file that a person has written: hands on what is as expected and collects a sentence for
/// everything that is not, with its JSON path.
class JsonChecker
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::JsonChecker)

public:
    /// `$.stages[1].routes['$connect']: …`, in the order in which they were found.
    const QStringList &mistakes() const { return m_mistakes; }
    void report(const QString &path, const QString &sentence);

    /// Each reports what is of another type and then returns an empty one.
    QString text(const QString &path, const QJsonValue &value);
    QJsonObject object(const QString &path, const QJsonValue &value);
    QJsonArray array(const QString &path, const QJsonValue &value);
    bool boolean(const QString &path, const QJsonValue &value);

    /// Reports each member of `object` that is not among `names`.
    void expectOnly(const QString &path, const QJsonObject &object, const QStringList &names);

    /// The path of a member: `$.stages`, or `$['a b']` where the name is no identifier.
    static QString member(const QString &path, const QString &name);
    static QString item(const QString &path, qsizetype index);
    /// A value as it is shown in a sentence: JSON, cut short where it is long.
    static QString shown(const QJsonValue &value);

private:
    QStringList m_mistakes;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

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
    /// The list or object in a file; the error says in which line it is broken.
    static Result<QJsonValue> parse(const QByteArray &json);

    /// `$.stages[1].routes['$connect']: …`, in the order in which they were found.
    const QStringList &mistakes() const { return m_mistakes; }
    void report(const QString &path, const QString &sentence);

    /// Each reports what is of another type and then returns an empty one.
    QString text(const QString &path, const QJsonValue &value);
    QJsonObject object(const QString &path, const QJsonValue &value);
    QJsonArray array(const QString &path, const QJsonValue &value);
    bool boolean(const QString &path, const QJsonValue &value);

    /// Each reports what is not as described and then returns `least`, or an empty text.
    qint64 wholeNumber(const QString &path, const QJsonValue &value, qint64 least, qint64 most);
    double number(const QString &path, const QJsonValue &value, double least, double most);
    QString oneOf(const QString &path, const QJsonValue &value, const QStringList &names);

    /// Reports each member of `object` that is not among `names`.
    void expectOnly(const QString &path, const QJsonObject &object, const QStringList &names);

    static bool isWholeNumber(const QJsonValue &value, qint64 least, qint64 most);

    /// The path of a member: `$.stages`, or `$['a b']` where the name is no identifier.
    static QString member(const QString &path, const QString &name);
    static QString item(const QString &path, qsizetype index);
    /// A value as it is shown in a sentence: JSON, cut short where it is long.
    static QString shown(const QJsonValue &value);

private:
    QStringList m_mistakes;
};

} // namespace Greenroom

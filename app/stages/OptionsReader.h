// SPDX-License-Identifier: MIT
#pragma once

#include "common/JsonChecker.h"
#include "stages/OptionsJson.h"

namespace Greenroom {

/// Reads what OptionsJson writes, or what a person has made of it: takes what makes sense, leaves the rest as
/// usual and reports it. A value that goes by the name of a secret is never taken: it belongs to Secrets.
class OptionsReader
{
    Q_DECLARE_TR_FUNCTIONS(OptionsReader)

public:
    /// Borrows `check`, to which it reports.
    explicit OptionsReader(JsonChecker &check);

    StageOptions read(const QString &path, const QJsonValue &value);

private:
    /// An object of the file and where it stands.
    struct Place
    {
        QString path;
        QJsonObject object;

        QString at(QLatin1String name) const { return JsonChecker::member(path, name); }
    };

    /// Sets `target` to what `read` makes of the member, if there is one without a mistake.
    template <class Target, class Read>
    void take(Target &target, const Place &place, QLatin1String name, Read read);
    template <class Value>
    void takeOneOf(Value &target, const Place &place, QLatin1String name,
                   const OptionsJson::Names<Value> &names);
    void takeText(QString &target, const Place &place, QLatin1String name);
    void takeFlag(bool &target, const Place &place, QLatin1String name);

    Place place(const QString &path, const QJsonValue &value, const QStringList &names);
    /// Each good item of a list.
    template <class Item, class Read>
    QList<Item> items(const Place &place, QLatin1String name, Read read);
    std::optional<QueryItem> line(const QString &path, const QJsonValue &value);
    std::optional<HeaderLine> header(const QString &path, const QJsonValue &value);
    std::optional<QueryItem> queryItem(const QString &path, const QJsonValue &value);
    std::optional<QString> subprotocol(const QString &path, const QJsonValue &value);
    TlsChoice tls(const QString &path, const QJsonValue &value);
    ProxyChoice proxy(const QString &path, const QJsonValue &value);
    HeartbeatChoice heartbeat(const QString &path, const QJsonValue &value);
    SignInChoice signIn(const QString &path, const QJsonValue &value);
    bool accept(const QString &path, const Result<void> &checked);

    JsonChecker &m_check;
};

} // namespace Greenroom

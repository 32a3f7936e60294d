// SPDX-License-Identifier: MIT
#include "stages/OptionsJson.h"

#include "common/Redaction.h"
#include "stages/OptionRules.h"

#include <QJsonArray>
#include <algorithm>

namespace Greenroom::OptionsJson {

namespace {

template <class Value>
QString nameOf(Value value, const Names<Value> &names)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &pair) { return pair.second == value; });
    return found == names.end() ? QString() : QString(found->first);
}

QJsonObject lineOf(const QString &name, const QString &value, bool isSecret)
{
    QJsonObject line{{QStringLiteral("name"), name}};
    if (isSecret || OptionRules::isSecretName(name))
        line.insert(QStringLiteral("secret"), true);
    else
        line.insert(QStringLiteral("value"), value);
    return line;
}

QJsonArray write(const QList<HeaderLine> &lines)
{
    QJsonArray array;
    for (const HeaderLine &line : lines)
        array.append(
            lineOf(QString::fromLatin1(line.name), QString::fromLatin1(line.value), line.value.isEmpty()));
    return array;
}

QJsonArray write(const QList<QueryItem> &items)
{
    QJsonArray array;
    for (const QueryItem &item : items)
        array.append(lineOf(item.name, item.value, item.isSecret));
    return array;
}

QJsonObject write(const TlsChoice &choice)
{
    QJsonObject object{{QStringLiteral("trust"), nameOf(choice.trust, trusts())}};
    const auto add = [&object](const char *name, const QString &value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(name), value);
    };
    add("caFile", choice.caFile);
    add("fingerprint", OptionRules::fingerprintText(choice.fingerprint));
    add("certificateFile", choice.certificateFile);
    add("keyFile", choice.keyFile);
    return object;
}

QJsonObject write(const ProxyChoice &choice)
{
    QJsonObject object{{QStringLiteral("kind"), nameOf(choice.kind, proxies())}};
    if (!choice.host.isEmpty())
        object.insert(QStringLiteral("host"), choice.host);
    if (choice.port != 0)
        object.insert(QStringLiteral("port"), choice.port);
    return object;
}

QJsonObject write(const HeartbeatChoice &choice)
{
    return {{QStringLiteral("message"), choice.sendsMessage},
            {QStringLiteral("interval"), static_cast<int>(choice.interval.count())},
            {QStringLiteral("route"), choice.route},
            {QStringLiteral("text"), choice.text}};
}

QJsonObject write(const SignInChoice &choice)
{
    return {{QStringLiteral("url"), Redaction::withoutSecrets(choice.authUrl).toString(QUrl::FullyEncoded)},
            {QStringLiteral("userId"), choice.userId},
            {QStringLiteral("tokenPlace"), nameOf(choice.tokenPlace, tokenPlaces())},
            {QStringLiteral("rememberPassword"), choice.remembersPassword}};
}

} // namespace

QStringList names()
{
    return {headers, queryItems, subprotocols, dialect, tls, proxy, heartbeat, signIn};
}

QJsonObject write(const StageOptions &options)
{
    const StageOptions usual;
    QJsonObject object;
    const auto add = [&object](QLatin1String name, const auto &value, const auto &usualValue,
                               const auto &json) {
        if (!(value == usualValue))
            object.insert(name, json);
    };
    add(headers, options.headers, usual.headers, write(options.headers));
    add(queryItems, options.queryItems, usual.queryItems, write(options.queryItems));
    add(subprotocols, options.subprotocols, usual.subprotocols,
        QJsonArray::fromStringList(options.subprotocols));
    add(dialect, options.dialect, usual.dialect, nameOf(options.dialect, dialects()));
    add(tls, options.tls, usual.tls, write(options.tls));
    add(proxy, options.proxy, usual.proxy, write(options.proxy));
    add(heartbeat, options.heartbeat, usual.heartbeat, write(options.heartbeat));
    add(signIn, options.signIn, usual.signIn, write(options.signIn));
    return object;
}

const Names<DialectChoice> &dialects()
{
    static const Names<DialectChoice> names{{QLatin1String("automatic"), DialectChoice::Automatic},
                                            {QLatin1String("history"), DialectChoice::History},
                                            {QLatin1String("direct"), DialectChoice::Direct},
                                            {QLatin1String("broadcast"), DialectChoice::Broadcast},
                                            {QLatin1String("raw"), DialectChoice::Raw}};
    return names;
}

const Names<TlsChoice::Trust> &trusts()
{
    static const Names<TlsChoice::Trust> names{
        {QLatin1String("system"), TlsChoice::Trust::System},
        {QLatin1String("authorities"), TlsChoice::Trust::Authorities},
        {QLatin1String("certificate"), TlsChoice::Trust::OneCertificate}};
    return names;
}

const Names<ProxyChoice::Kind> &proxies()
{
    static const Names<ProxyChoice::Kind> names{{QLatin1String("system"), ProxyChoice::Kind::System},
                                                {QLatin1String("none"), ProxyChoice::Kind::None},
                                                {QLatin1String("manual"), ProxyChoice::Kind::Manual}};
    return names;
}

const Names<SignInChoice::TokenPlace> &tokenPlaces()
{
    static const Names<SignInChoice::TokenPlace> names{
        {QLatin1String("queryItem"), SignInChoice::TokenPlace::QueryItem},
        {QLatin1String("header"), SignInChoice::TokenPlace::Header}};
    return names;
}

} // namespace Greenroom::OptionsJson

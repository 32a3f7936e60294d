// SPDX-License-Identifier: MIT
#include "stages/OptionsReader.h"

#include "common/Redaction.h"
#include "stages/OptionRules.h"

#include <QJsonArray>

namespace Greenroom {

namespace {

constexpr QLatin1String lineName("name");
constexpr QLatin1String lineValue("value");
constexpr QLatin1String lineSecret("secret");

} // namespace

OptionsReader::OptionsReader(JsonChecker &check) : m_check(check) {}

StageOptions OptionsReader::read(const QString &path, const QJsonValue &value)
{
    const Place all = place(path, value, OptionsJson::names());
    StageOptions options;
    const auto by = [this](auto reader) {
        return [this, reader](const QString &at, const QJsonValue &member) {
            return (this->*reader)(at, member);
        };
    };
    options.headers = items<HeaderLine>(all, OptionsJson::headers, by(&OptionsReader::header));
    options.queryItems = items<QueryItem>(all, OptionsJson::queryItems, by(&OptionsReader::queryItem));
    options.subprotocols = items<QString>(all, OptionsJson::subprotocols, by(&OptionsReader::subprotocol));
    takeOneOf(options.dialect, all, OptionsJson::dialect, OptionsJson::dialects());
    take(options.tls, all, OptionsJson::tls, by(&OptionsReader::tls));
    take(options.proxy, all, OptionsJson::proxy, by(&OptionsReader::proxy));
    take(options.heartbeat, all, OptionsJson::heartbeat, by(&OptionsReader::heartbeat));
    take(options.signIn, all, OptionsJson::signIn, by(&OptionsReader::signIn));
    return options;
}

template <class Target, class Read>
void OptionsReader::take(Target &target, const Place &place, QLatin1String name, Read read)
{
    if (!place.object.contains(name))
        return;
    const qsizetype mistakes = m_check.mistakes().size();
    Target value = read(place.at(name), place.object.value(name));
    if (m_check.mistakes().size() == mistakes)
        target = std::move(value);
}

template <class Value>
void OptionsReader::takeOneOf(Value &target, const Place &place, QLatin1String name,
                              const OptionsJson::Names<Value> &names)
{
    take(target, place, name, [this, &names](const QString &path, const QJsonValue &value) {
        QStringList texts;
        for (const auto &[text, meaning] : names)
            texts.append(text);
        const qsizetype index = texts.indexOf(m_check.oneOf(path, value, texts));
        return names.value(std::max<qsizetype>(index, 0)).second;
    });
}

void OptionsReader::takeText(QString &target, const Place &place, QLatin1String name)
{
    take(target, place, name,
         [this](const QString &path, const QJsonValue &value) { return m_check.text(path, value); });
}

void OptionsReader::takeFlag(bool &target, const Place &place, QLatin1String name)
{
    take(target, place, name,
         [this](const QString &path, const QJsonValue &value) { return m_check.boolean(path, value); });
}

OptionsReader::Place OptionsReader::place(const QString &path, const QJsonValue &value,
                                          const QStringList &names)
{
    Place place{path, m_check.object(path, value)};
    m_check.expectOnly(path, place.object, names);
    return place;
}

template <class Item, class Read>
QList<Item> OptionsReader::items(const Place &place, QLatin1String name, Read read)
{
    QList<Item> good;
    if (!place.object.contains(name))
        return good;
    const QJsonArray array = m_check.array(place.at(name), place.object.value(name));
    for (qsizetype index = 0; index < array.size(); ++index) {
        if (const auto item = read(JsonChecker::item(place.at(name), index), array.at(index)))
            good.append(*item);
    }
    return good;
}

/// A header or a query item; its value is not judged yet.
std::optional<QueryItem> OptionsReader::line(const QString &path, const QJsonValue &value)
{
    const qsizetype mistakes = m_check.mistakes().size();
    const Place members = place(path, value, {lineName, lineValue, lineSecret});
    QueryItem line;
    takeText(line.name, members, lineName);
    takeFlag(line.isSecret, members, lineSecret);
    line.isSecret = line.isSecret || OptionRules::isSecretName(line.name);
    if (!line.isSecret)
        takeText(line.value, members, lineValue);
    return m_check.mistakes().size() == mistakes ? std::optional(line) : std::nullopt;
}

std::optional<HeaderLine> OptionsReader::header(const QString &path, const QJsonValue &value)
{
    std::optional<QueryItem> read = line(path, value);
    if (!read || !accept(path, OptionRules::checkHeaderName(read->name))
        || (!read->isSecret && !accept(path, OptionRules::checkHeaderValue(read->value))))
        return std::nullopt;
    return HeaderLine{read->name.toLatin1(), read->value.trimmed().toLatin1()};
}

std::optional<QueryItem> OptionsReader::queryItem(const QString &path, const QJsonValue &value)
{
    std::optional<QueryItem> read = line(path, value);
    if (!read || !accept(path, OptionRules::checkQueryName(read->name))
        || !accept(path, OptionRules::checkQueryValue(read->value)))
        return std::nullopt;
    return read;
}

std::optional<QString> OptionsReader::subprotocol(const QString &path, const QJsonValue &value)
{
    const QString name = m_check.text(path, value);
    if (!value.isString() || !accept(path, OptionRules::checkSubprotocol(name)))
        return std::nullopt;
    return name;
}

TlsChoice OptionsReader::tls(const QString &path, const QJsonValue &value)
{
    constexpr QLatin1String fingerprint("fingerprint");
    const Place members = place(path, value,
                                {QStringLiteral("trust"), QStringLiteral("caFile"), fingerprint,
                                 QStringLiteral("certificateFile"), QStringLiteral("keyFile")});
    TlsChoice choice;
    QString typed;
    takeOneOf(choice.trust, members, QLatin1String("trust"), OptionsJson::trusts());
    takeText(choice.caFile, members, QLatin1String("caFile"));
    takeText(typed, members, fingerprint);
    takeText(choice.certificateFile, members, QLatin1String("certificateFile"));
    takeText(choice.keyFile, members, QLatin1String("keyFile"));
    const Result<QByteArray> parsed = OptionRules::parseFingerprint(typed);
    if (parsed)
        choice.fingerprint = *parsed;
    if (!parsed && (!typed.isEmpty() || choice.trust == TlsChoice::Trust::OneCertificate))
        m_check.report(members.at(fingerprint), parsed.error().message);
    if (choice.trust == TlsChoice::Trust::Authorities && choice.caFile.isEmpty())
        m_check.report(path, tr("Expected a “caFile” with the authorities to be trusted."));
    if (choice.certificateFile.isEmpty() != choice.keyFile.isEmpty())
        m_check.report(path, tr("Expected “certificateFile” and “keyFile” together."));
    return choice;
}

ProxyChoice OptionsReader::proxy(const QString &path, const QJsonValue &value)
{
    constexpr QLatin1String host("host");
    const Place members = place(path, value, {QStringLiteral("kind"), host, QStringLiteral("port")});
    ProxyChoice choice;
    takeOneOf(choice.kind, members, QLatin1String("kind"), OptionsJson::proxies());
    takeText(choice.host, members, host);
    take(choice.port, members, QLatin1String("port"), [this](const QString &at, const QJsonValue &port) {
        return static_cast<quint16>(m_check.wholeNumber(at, port, 1, OptionRules::largestPort));
    });
    const bool isManual = choice.kind == ProxyChoice::Kind::Manual;
    if (isManual || !choice.host.isEmpty())
        accept(members.at(host), OptionRules::checkProxyHost(choice.host));
    if (isManual && choice.port == 0)
        m_check.report(path, tr("Expected a “port”."));
    return choice;
}

HeartbeatChoice OptionsReader::heartbeat(const QString &path, const QJsonValue &value)
{
    constexpr QLatin1String route("route");
    constexpr QLatin1String text("text");
    const Place members =
        place(path, value, {QStringLiteral("message"), QStringLiteral("interval"), route, text});
    HeartbeatChoice choice;
    takeFlag(choice.sendsMessage, members, QLatin1String("message"));
    take(choice.interval, members, QLatin1String("interval"),
         [this](const QString &at, const QJsonValue &interval) {
             return std::chrono::seconds(m_check.wholeNumber(
                 at, interval, OptionRules::shortestInterval.count(), OptionRules::longestInterval.count()));
         });
    takeText(choice.route, members, route);
    accept(members.at(route), OptionRules::checkRoute(choice.route));
    takeText(choice.text, members, text);
    accept(members.at(text), OptionRules::checkHeartbeatText(choice.text));
    if (choice.text.isEmpty())
        choice.text = HeartbeatChoice().text;
    return choice;
}

SignInChoice OptionsReader::signIn(const QString &path, const QJsonValue &value)
{
    const Place members = place(path, value,
                                {QStringLiteral("url"), QStringLiteral("userId"),
                                 QStringLiteral("tokenPlace"), QStringLiteral("rememberPassword")});
    SignInChoice choice;
    take(choice.authUrl, members, QLatin1String("url"), [this](const QString &at, const QJsonValue &text) {
        QUrl url(m_check.text(at, text), QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!url.isEmpty() && (!url.isValid() || !isWeb || url.host().isEmpty()))
            m_check.report(at, tr("Expected an address such as https://example.com/dev/auth."));
        return Redaction::withoutSecrets(url);
    });
    takeText(choice.userId, members, QLatin1String("userId"));
    takeOneOf(choice.tokenPlace, members, QLatin1String("tokenPlace"), OptionsJson::tokenPlaces());
    takeFlag(choice.remembersPassword, members, QLatin1String("rememberPassword"));
    return choice;
}

bool OptionsReader::accept(const QString &path, const Result<void> &checked)
{
    if (!checked)
        m_check.report(path, checked.error().message);
    return checked.has_value();
}

} // namespace Greenroom

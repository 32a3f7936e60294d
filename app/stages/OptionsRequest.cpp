// SPDX-License-Identifier: MIT
#include "stages/OptionsRequest.h"

#include "secrets/Secrets.h"
#include "stages/OptionRules.h"
#include "stages/OptionSecrets.h"
#include "stages/SavedStages.h"

namespace Greenroom::OptionsRequest {

namespace {

QList<HeaderLine> headersOf(const StageOptions &options, const OptionSecrets &secrets)
{
    QList<HeaderLine> headers;
    for (const HeaderLine &line : options.headers) {
        const QString name = QString::fromLatin1(line.name);
        const QString value =
            line.value.isEmpty() ? secrets.headers.value(name.toLower()) : QString::fromLatin1(line.value);
        // Once more: the value may come from a keychain that others write to.
        if (OptionRules::checkHeaderName(name) && OptionRules::checkHeaderValue(value))
            headers.append({line.name, value.trimmed().toLatin1()});
    }
    return headers;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QStringList queryOf(const StageOptions &options, const OptionSecrets &secrets)
{
    QStringList query;
    for (const QueryItem &item : options.queryItems) {
        const bool isKnown = !item.isSecret || secrets.queryItems.contains(item.name);
        const QString value = item.isSecret ? secrets.queryItems.value(item.name) : item.value;
        if (isKnown && OptionRules::checkQueryName(item.name))
            query.append(encoded(item.name) + QLatin1Char('=') + encoded(value));
    }
    return query;
}

} // namespace

void add(ConnectRequest &request, const StageOptions &options, const OptionSecrets &secrets)
{
    request.headers += headersOf(options, secrets);
    QStringList query = queryOf(options, secrets);
    if (!query.isEmpty()) {
        // What the address has stays as it was typed.
        if (!request.address.query().isEmpty())
            query.prepend(request.address.query(QUrl::FullyEncoded));
        request.address.setQuery(query.join(QLatin1Char('&')), QUrl::StrictMode);
    }
    request.subprotocols += options.subprotocols;
    request.tls = options.tls;
    request.proxy = options.proxy;
    request.keyPassphrase = secrets.keyPassphrase;
    request.proxyLogin = secrets.loginFor(options.proxy);
}

ConnectRequests::Part part(const SavedStages &stages, const Secrets &secrets)
{
    return [&stages, &secrets](ConnectRequest &request, const QUrl &stage) {
        add(request, stages.options(stage),
            OptionSecrets::fromJson(secrets.of(stage, Secrets::Kind::Headers)));
    };
}

} // namespace Greenroom::OptionsRequest

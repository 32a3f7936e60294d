// SPDX-License-Identifier: MIT
#include "signin/TokenPlacement.h"

namespace Greenroom::TokenPlacement {

namespace {

constexpr QLatin1String name("Authorization");

bool isCalledSo(const QString &queryItem)
{
    const QString itsName = QUrl::fromPercentEncoding(queryItem.section(u'=', 0, 0).toUtf8());
    return itsName.compare(name, Qt::CaseInsensitive) == 0;
}

/// By hand, since QUrlQuery would write what others have encoded in its own way.
QStringList itemsWithout(const QUrl &address)
{
    QStringList items = address.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts);
    items.removeIf(isCalledSo);
    return items;
}

bool isHeader(const HeaderLine &line)
{
    return QString::fromLatin1(line.name).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

void put(ConnectRequest &request, const QByteArray &token, SignInChoice::TokenPlace place)
{
    QStringList items = itemsWithout(request.address);
    request.headers.removeIf(isHeader);
    if (place == SignInChoice::TokenPlace::Header)
        request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + token});
    else
        items.append(name + QLatin1String("=Bearer%20") + QString::fromLatin1(token));
    request.address.setQuery(items.isEmpty() ? QString() : items.join(u'&'));
}

} // namespace Greenroom::TokenPlacement

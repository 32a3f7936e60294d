// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QUrl>

namespace Greenroom {

/// An address that stands in a text.
struct Link
{
    int start = 0;
    int length = 0;
    QUrl url;
};

/// Finds addresses in what people write.
namespace LinkFinder {

/// The http, https and mailto addresses in `text`, in order. Punctuation after an address belongs to the
/// sentence, and so does a closing bracket that opened before it. Nothing else is ever a link.
QList<Link> find(const QString &text);

} // namespace LinkFinder

} // namespace Greenroom

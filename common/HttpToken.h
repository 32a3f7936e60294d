// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <algorithm>

/// The words of HTTP.
namespace Greenroom::HttpToken {

/// Whether `text` may be the name of a header or of a subprotocol.
/// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
inline bool isToken(QByteArrayView text)
{
    const QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || marks.contains(c);
    });
}

} // namespace Greenroom::HttpToken

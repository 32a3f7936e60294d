// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

/// Strict reading of UTF-8.
namespace Greenroom::Utf8 {

/// Nothing where `bytes` are no UTF-8. A byte order mark is a character like any other, which QString's own
/// reading would drop.
std::optional<QString> decode(QByteArrayView bytes);

} // namespace Greenroom::Utf8

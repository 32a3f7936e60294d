// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// Binary messages in a chat of texts.
namespace Greenroom::BinaryText {

/// `bytes` themselves where they are text, since some backends send text so; else a translated line that says
/// how many they are and shows the first of them.
QString from(const QByteArray &bytes);

} // namespace Greenroom::BinaryText

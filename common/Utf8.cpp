// SPDX-License-Identifier: MIT
#include "common/Utf8.h"

#include <QStringConverter>

namespace Greenroom::Utf8 {

std::optional<QString> decode(QByteArrayView bytes)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace Greenroom::Utf8

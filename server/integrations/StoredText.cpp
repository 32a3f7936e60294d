// SPDX-License-Identifier: MIT
#include "integrations/StoredText.h"

#include "integrations/PythonJson.h"

namespace Greenroom {

QString storedText(const QJsonValue &message)
{
    if (message.isString())
        return message.toString();
    if (message.isBool())
        return message.toBool() ? QStringLiteral("True") : QStringLiteral("False");
    if (message.isNull())
        return QStringLiteral("None");
    return QString::fromUtf8(PythonJson::value(message));
}

} // namespace Greenroom

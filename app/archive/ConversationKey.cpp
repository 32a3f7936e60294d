// SPDX-License-Identifier: MIT
#include "archive/ConversationKey.h"

#include "common/Redaction.h"

namespace Greenroom::ConversationKey {

QString of(const QUrl &address)
{
    return Redaction::withoutSecrets(address).toString(QUrl::FullyEncoded);
}

QString ofLocalStage()
{
    return QStringLiteral("local-stage");
}

} // namespace Greenroom::ConversationKey

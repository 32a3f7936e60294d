// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

/// The name under which a stage's conversation is kept, whatever session it was held in.
namespace Greenroom::ConversationKey {

/// That of the stage at `address`, without secrets; empty if that is empty.
QString of(const QUrl &address);

/// That of the stage inside the application, whose port is another one each time.
QString ofLocalStage();

} // namespace Greenroom::ConversationKey

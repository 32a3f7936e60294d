// SPDX-License-Identifier: MIT
#include "stages/Drafts.h"

#include "common/Redaction.h"

namespace Greenroom {

Drafts::Drafts(QSettings &settings) : m_settings(settings) {}

QString Drafts::of(const QUrl &stage) const
{
    return m_settings.value(keyOf(stage)).toString();
}

void Drafts::keep(const QUrl &stage, const QString &text)
{
    if (text.trimmed().isEmpty())
        m_settings.remove(keyOf(stage));
    else
        m_settings.setValue(keyOf(stage), text);
}

QString Drafts::keyOf(const QUrl &stage)
{
    // Slashes would be groups.
    const QByteArray address = Redaction::withoutSecrets(stage).toEncoded();
    return QStringLiteral("drafts/") + QString::fromLatin1(address.toPercentEncoding());
}

} // namespace Greenroom

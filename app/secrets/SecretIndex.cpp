// SPDX-License-Identifier: MIT
#include "secrets/SecretIndex.h"

#include "common/Redaction.h"

#include <QSettings>

namespace Greenroom {

namespace {

QString secretsFolder()
{
    return QStringLiteral("secrets/stages");
}

QString usesStoreKey()
{
    return QStringLiteral("secrets/usesKeychain");
}

/// Slashes would be groups.
QString indexKey(const QUrl &stage)
{
    return secretsFolder() + QLatin1Char('/')
           + QString::fromLatin1(Redaction::withoutSecrets(stage).toEncoded().toPercentEncoding());
}

} // namespace

SecretIndex::SecretIndex(QSettings &settings) : m_settings(settings) {}

QList<QUrl> SecretIndex::stages() const
{
    m_settings.beginGroup(secretsFolder());
    const QStringList names = m_settings.childKeys();
    m_settings.endGroup();
    QList<QUrl> stages;
    for (const QString &name : names) {
        const QUrl stage = QUrl::fromEncoded(QByteArray::fromPercentEncoding(name.toLatin1()));
        // Somebody may have written there by hand.
        if (stage.isValid() && contains(stage))
            stages.append(stage);
    }
    return stages;
}

bool SecretIndex::contains(const QUrl &stage) const
{
    return m_settings.contains(indexKey(stage));
}

QStringList SecretIndex::kinds(const QUrl &stage) const
{
    return m_settings.value(indexKey(stage)).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void SecretIndex::set(const QUrl &stage, const QStringList &kinds)
{
    m_settings.setValue(indexKey(stage), kinds.join(QLatin1Char(' ')));
}

void SecretIndex::remove(const QUrl &stage)
{
    m_settings.remove(indexKey(stage));
}

bool SecretIndex::usesStore() const
{
    return m_settings.value(usesStoreKey(), true).toBool();
}

void SecretIndex::setUsesStore(bool uses)
{
    m_settings.setValue(usesStoreKey(), uses);
}

} // namespace Greenroom

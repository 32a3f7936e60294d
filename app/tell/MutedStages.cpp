// SPDX-License-Identifier: MIT
#include "tell/MutedStages.h"

#include "common/Redaction.h"

#include <QSettings>

namespace Greenroom {

namespace {

QString key()
{
    return QStringLiteral("notifications/mutedStages");
}

QString nameOf(const QUrl &stage)
{
    return Redaction::withoutSecrets(stage).toString(QUrl::FullyEncoded);
}

} // namespace

MutedStages::MutedStages(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings) {}

bool MutedStages::isMuted(const QUrl &stage) const
{
    return m_settings.value(key()).toStringList().contains(nameOf(stage));
}

void MutedStages::setMuted(const QUrl &stage, bool muted)
{
    if (stage.isEmpty() || muted == isMuted(stage))
        return;
    QStringList stages = m_settings.value(key()).toStringList();
    stages.removeAll(nameOf(stage));
    if (muted)
        stages << nameOf(stage);
    m_settings.setValue(key(), stages);
    Q_EMIT changed(stage);
}

} // namespace Greenroom

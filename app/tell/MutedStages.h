// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// The stages that nothing pops up for, kept in the user's settings. Secrets in an address make no
/// difference.
class MutedStages : public QObject
{
    Q_OBJECT

public:
    /// Borrows `settings`.
    explicit MutedStages(QSettings &settings, QObject *parent = nullptr);

    bool isMuted(const QUrl &stage) const;
    void setMuted(const QUrl &stage, bool muted);

Q_SIGNALS:
    void changed(const QUrl &stage);

private:
    QSettings &m_settings;
};

} // namespace Greenroom

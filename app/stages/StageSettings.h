// SPDX-License-Identifier: MIT
#pragma once

#include "stages/SavedStage.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// The form that saved stages have in the user's settings: a few keys for each, so that two programs that
/// write at the same time keep each other's stages.
class StageSettings
{
public:
    /// Borrows `settings`.
    explicit StageSettings(QSettings &settings);

    /// Whatever the settings hold that makes sense, in the user's order.
    QList<SavedStage> read() const;
    /// Writes what `stages` has otherwise than `before`, which was read last.
    void write(const QList<SavedStage> &before, const QList<SavedStage> &stages);

    /// The one address that former versions kept; nothing if there is none that is valid.
    std::optional<SavedStage> readFormer() const;
    void removeFormer();

    /// A name as it is kept: in one line, of a sensible length.
    static QString tidied(const QString &name);

private:
    QSettings &m_settings;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QUrl>
#include <optional>

namespace Greenroom {

/// An address kept over restarts.
struct SavedStage
{
    /// Without secrets.
    QUrl address;
    /// False where a secret was left out of the address, since it would only be refused.
    bool connectAtStart = true;
};

/// The saved address, in the user's settings.
class SavedStages
{
public:
    /// Borrows `settings`.
    explicit SavedStages(QSettings &settings);

    /// The address of the last connect; nothing on the first start or if the settings hold none that is
    /// valid.
    std::optional<SavedStage> last() const;
    /// Keeps `address`, its secrets left out. Returns false if it could not be written.
    bool save(const QUrl &address);

private:
    QSettings &m_settings;
};

} // namespace Greenroom

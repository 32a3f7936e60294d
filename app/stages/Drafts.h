// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QUrl>

namespace Greenroom {

/// What was typed and not sent, one text for each stage, kept over restarts in the user's settings.
class Drafts
{
public:
    /// Borrows `settings`.
    explicit Drafts(QSettings &settings);

    /// The text kept for the stage; empty if there is none.
    QString of(const QUrl &stage) const;
    /// Keeps `text`, or forgets what was kept if it is blank. Secrets in the address make no difference.
    void keep(const QUrl &stage, const QString &text);

private:
    static QString keyOf(const QUrl &stage);

    QSettings &m_settings;
};

} // namespace Greenroom

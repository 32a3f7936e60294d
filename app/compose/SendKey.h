// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// Which key sends a message and which breaks its line: one choice for all windows, in the user's settings.
class SendKey : public QObject
{
    Q_OBJECT

public:
    enum class Way {
        /// Enter sends, Shift+Enter breaks the line.
        EnterSends,
        /// Shift+Enter sends, Enter breaks the line.
        EnterBreaks,
    };

    /// Borrows `settings`.
    explicit SendKey(QSettings &settings, QObject *parent = nullptr);

    /// EnterSends unless chosen otherwise.
    Way way() const;
    void setWay(Way way);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
};

} // namespace Greenroom

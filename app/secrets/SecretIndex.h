// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// Of which stages secrets of which kinds are kept, and whether the store may be used, in the user's
/// settings: names alone, no secret. Who has no secrets is so never asked to unlock a keychain, and what is
/// to be erased can be found.
class SecretIndex
{
public:
    /// Borrows `settings`.
    explicit SecretIndex(QSettings &settings);

    /// Those to be erased too.
    QList<QUrl> stages() const;
    bool contains(const QUrl &stage) const;
    /// Empty where the entry is to be erased.
    QStringList kinds(const QUrl &stage) const;
    /// No kinds: the entry is to be erased, at a later start if it can't be done now.
    void set(const QUrl &stage, const QStringList &kinds);
    void remove(const QUrl &stage);

    /// False where the user does not want it.
    bool usesStore() const;
    void setUsesStore(bool uses);

private:
    QSettings &m_settings;
};

} // namespace Greenroom

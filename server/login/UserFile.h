// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QMap>
#include <QStringList>

namespace Greenroom {

/// Who may sign in at a stage: a JSON file with the user ids and what PasswordHash makes of their passwords,
/// `{"users": {"ana": "$argon2id$…"}}`.
class UserFile
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::UserFile)

public:
    /// In characters.
    static constexpr qsizetype longestName = 128;

    /// The error is a sentence that names the file and what is wrong with it.
    static Result<UserFile> read(const QString &path);
    static Result<UserFile> parse(const QByteArray &json);

    /// Whether a user may be called so: 1 to 128 characters, none of them a control character, and no blank
    /// at either end, since pages cut it off.
    static bool isName(const QString &name);

    /// In alphabetical order.
    QStringList names() const { return m_hashes.keys(); }
    bool has(const QString &name) const { return m_hashes.contains(name); }
    /// What has to be compared with the password of `name`: for somebody unknown too, and it takes as long.
    QByteArray hashToCompare(const QString &name) const;

    void set(const QString &name, const QByteArray &hash) { m_hashes.insert(name, hash); }
    void remove(const QString &name) { m_hashes.remove(name); }

    /// Replaces the file as a whole or not at all. It is for its owner only.
    Result<void> write(const QString &path) const;

private:
    QMap<QString, QByteArray> m_hashes;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QString>
#include <optional>

/// Passwords as they are kept: salted, and hashed so slowly (Argon2id) that guessing does not pay. All of
/// this may be called from any thread; make() and matches() take 64 MB and some 50 ms.
/// https://doc.libsodium.org/password_hashing/default_phf
namespace Greenroom::PasswordHash {

enum class Cost {
    Usual,
    /// Good for nothing but tests.
    Least,
};

/// The longest password, in bytes of UTF-8.
constexpr qsizetype longestPassword = 1024;

/// `password` as it is hashed, however the letters in it were composed where it was typed. Nothing where it
/// is empty, too long or no text. https://www.rfc-editor.org/rfc/rfc8265#section-4.2
std::optional<QByteArray> prepared(const QString &password);

/// The hash of a prepared password, with a salt of its own: `$argon2id$…`.
Result<QByteArray> make(const QByteArray &password, Cost cost = Cost::Usual);

/// Whether `text` is a hash of ours, and one that takes a bearable time.
bool isHash(const QByteArray &text);

/// Takes the same time whatever of the two differs.
bool matches(const QByteArray &hash, const QByteArray &password);

/// What looks like `hash` and takes as long, but no password matches; without one, as make()'s takes.
QByteArray imitationOf(const QByteArray &hash);

} // namespace Greenroom::PasswordHash

// SPDX-License-Identifier: MIT
#include "login/PasswordHash.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <sodium.h>

namespace Greenroom::PasswordHash {

namespace {

constexpr QLatin1String usualBeginning("$argon2id$v=19$m=65536,t=2,p=1$");
/// Of salt and hash.
constexpr qsizetype saltLetters = 22;
constexpr qsizetype hashLetters = 43;

/// In kibibytes and passes: four times what make() takes.
constexpr uint mostMemory = 262144;
constexpr uint mostPasses = 16;

/// The cost comes first, then salt and hash.
QRegularExpressionMatch parts(const QByteArray &hash)
{
    static const QRegularExpression form(QStringLiteral(
        R"(\A(\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=1\$)[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+\z)"));
    return form.match(QString::fromLatin1(hash));
}

} // namespace

std::optional<QByteArray> prepared(const QString &password)
{
    if (password.isEmpty() || !password.isValidUtf16())
        return std::nullopt;
    QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    if (bytes.size() > longestPassword)
        return std::nullopt;
    return bytes;
}

Result<QByteArray> make(const QByteArray &password, Cost cost)
{
    const bool isUsual = cost == Cost::Usual;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool isMade =
        sodium_init() >= 0
        && crypto_pwhash_str(hash.data(), password.constData(),
                             static_cast<unsigned long long>(password.size()),
                             isUsual ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN,
                             isUsual ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN)
               == 0;
    if (isMade)
        return QByteArray(hash.data());
    return failure(QCoreApplication::translate("Greenroom::PasswordHash",
                                               "There is too little memory to hash a password."));
}

bool isHash(const QByteArray &text)
{
    if (text.size() >= qsizetype{crypto_pwhash_STRBYTES})
        return false;
    const auto match = parts(text);
    return match.hasMatch() && match.captured(2).toUInt() <= mostMemory
           && match.captured(3).toUInt() <= mostPasses;
}

bool matches(const QByteArray &hash, const QByteArray &password)
{
    return sodium_init() >= 0
           && crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                       static_cast<unsigned long long>(password.size()))
                  == 0;
}

QByteArray imitationOf(const QByteArray &hash)
{
    const auto match = parts(hash);
    const QString beginning = match.hasMatch() ? match.captured(1) : QString(usualBeginning);
    return beginning.toLatin1() + QByteArray(saltLetters, 'A') + '$' + QByteArray(hashLetters, 'A');
}

} // namespace Greenroom::PasswordHash

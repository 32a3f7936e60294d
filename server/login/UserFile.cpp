// SPDX-License-Identifier: MIT
#include "login/UserFile.h"

#include "common/JsonChecker.h"
#include "login/PasswordHash.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>

namespace Greenroom {

namespace {

constexpr QLatin1String root("$");
constexpr QLatin1String usersName("users");
/// Room for 100,000 users; it is read at each login.
constexpr qint64 largestFile = qint64(32) * 1024 * 1024;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

Result<UserFile> UserFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("“%1” cannot be read: %2.").arg(shown(path), file.errorString()));
    auto users = parse(file.read(largestFile));
    if (users)
        return users;
    return failure(shown(path) + QStringLiteral(": ") + users.error().message);
}

Result<UserFile> UserFile::parse(const QByteArray &json)
{
    const auto value = JsonChecker::parse(json);
    if (!value)
        return tl::unexpected(value.error());
    JsonChecker checker;
    const QString path = JsonChecker::member(root, usersName);
    const QJsonObject object = checker.object(root, *value);
    checker.expectOnly(root, object, {usersName});
    const QJsonObject users = checker.object(path, object.value(usersName));
    UserFile file;
    for (auto user = users.begin(); user != users.end(); ++user) {
        const QString userPath = JsonChecker::member(path, user.key());
        const QByteArray hash = checker.text(userPath, user.value()).toUtf8();
        if (!isName(user.key()))
            checker.report(userPath, tr("Expected a user ID of 1 to %n character(s), without control "
                                        "characters and without blanks at its ends.",
                                        nullptr, static_cast<int>(longestName)));
        else if (!PasswordHash::isHash(hash))
            checker.report(userPath, tr("Expected what “greenroom-server user add” writes."));
        file.m_hashes.insert(user.key(), hash);
    }
    if (checker.mistakes().isEmpty())
        return file;
    return failure(checker.mistakes().constFirst());
}

bool UserFile::isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && name.isValidUtf16() && name == name.trimmed()
           && std::none_of(name.begin(), name.end(), isControl);
}

QByteArray UserFile::hashToCompare(const QString &name) const
{
    if (has(name))
        return m_hashes.value(name);
    return PasswordHash::imitationOf(m_hashes.isEmpty() ? QByteArray() : m_hashes.first());
}

Result<void> UserFile::write(const QString &path) const
{
    QJsonObject users;
    for (auto user = m_hashes.begin(); user != m_hashes.end(); ++user)
        users.insert(user.key(), QString::fromLatin1(user.value()));
    const QByteArray json = QJsonDocument(QJsonObject{{usersName, users}}).toJson();
    QSaveFile file(path);
    // For nobody else, before anything is in it.
    const bool isWritten = file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && file.write(json) == json.size() && file.commit();
    if (isWritten)
        return {};
    return failure(tr("“%1” cannot be written: %2.").arg(shown(path), file.errorString()));
}

} // namespace Greenroom

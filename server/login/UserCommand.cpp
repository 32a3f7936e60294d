// SPDX-License-Identifier: MIT
#include "login/UserCommand.h"

#include "login/PasswordHash.h"
#include "login/UserFile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace Greenroom {

namespace {

/// Another change takes no longer than a password is hashed.
constexpr std::chrono::milliseconds lockPatience{5000};

std::optional<UserCommand::Action> actionFrom(const QString &word)
{
    if (word == QLatin1String("add"))
        return UserCommand::Action::Add;
    if (word == QLatin1String("remove"))
        return UserCommand::Action::Remove;
    if (word == QLatin1String("list"))
        return UserCommand::Action::List;
    return std::nullopt;
}

} // namespace

Result<UserCommand> UserCommand::parse(const QStringList &words)
{
    const auto action = actionFrom(words.value(0));
    if (!action)
        return failure(
            tr("“user” takes one of add, remove and list, then a file and, but for list, a user ID."));
    const bool needsUser = *action != Action::List;
    if (words.size() != (needsUser ? 3 : 2) || words.at(1).isEmpty())
        return failure(needsUser
                           ? tr("“user %1” takes a file and a user ID, and nothing else; a password never "
                                "stands on the command line.")
                                 .arg(words.constFirst())
                           : tr("“user list” takes a file and nothing else."));
    const QString user = words.value(2);
    if (needsUser && !UserFile::isName(user))
        return failure(
            tr("A user ID has 1 to %n character(s), none of them a control character, and no blank "
               "at either end.",
               nullptr, static_cast<int>(UserFile::longestName)));
    return UserCommand{*action, words.at(1), user};
}

Result<QString> UserCommand::run(const AskPassword &askPassword) const
{
    if (action != Action::List)
        return change(askPassword);
    const auto users = UserFile::read(file);
    if (!users)
        return tl::unexpected(users.error());
    const QStringList names = users->names();
    return names.isEmpty() ? QString() : names.join(u'\n') + u'\n';
}

QString UserCommand::helpText()
{
    return tr(
        "Users, for stages with a login (docs/server.md):\n"
        "  greenroom-server user add FILE USER     add a user, or give a new password; it is asked for,\n"
        "                                          or read from standard input where that is no terminal\n"
        "  greenroom-server user remove FILE USER  remove a user\n"
        "  greenroom-server user list FILE         list the users");
}

Result<QString> UserCommand::change(const AskPassword &askPassword) const
{
    const bool isAdding = action == Action::Add;
    // Nobody types a password for nothing.
    const bool isThere = QFileInfo::exists(file);
    const auto before = isThere || !isAdding ? UserFile::read(file) : UserFile();
    if (!before)
        return tl::unexpected(before.error());
    if (!isAdding && !before->has(user))
        return failure(tr("There is no user “%1” in “%2”.").arg(user, QDir::toNativeSeparators(file)));
    const auto hash = isAdding ? askHash(askPassword) : QByteArray();
    if (!hash)
        return tl::unexpected(hash.error());
    QLockFile lock(file + QStringLiteral(".lock"));
    if (!lock.tryLock(lockPatience))
        return failure(tr("“%1” is being changed by somebody else, or its folder is not writable.")
                           .arg(QDir::toNativeSeparators(file)));
    auto users = QFileInfo::exists(file) ? UserFile::read(file) : UserFile();
    if (!users)
        return tl::unexpected(users.error());
    const bool isKnown = users->has(user);
    if (isAdding)
        users->set(user, *hash);
    else
        users->remove(user);
    if (const auto written = users->write(file); !written)
        return tl::unexpected(written.error());
    if (!isAdding)
        return tr("User “%1” has been removed.\n").arg(user);
    return (isKnown ? tr("User “%1” has a new password.\n") : tr("User “%1” has been added.\n")).arg(user);
}

Result<QByteArray> UserCommand::askHash(const AskPassword &askPassword) const
{
    const auto password = askPassword();
    if (!password)
        return tl::unexpected(password.error());
    const auto prepared = PasswordHash::prepared(*password);
    if (!prepared)
        return failure(tr("A password has 1 to %n byte(s) of text.", nullptr,
                          static_cast<int>(PasswordHash::longestPassword)));
    return PasswordHash::make(*prepared);
}

} // namespace Greenroom

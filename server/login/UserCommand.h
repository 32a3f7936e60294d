// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QCoreApplication>
#include <QStringList>
#include <functional>

namespace Greenroom {

/// `greenroom-server user add|remove|list FILE [USER]`: changes a file of users, which a running server
/// notices.
struct UserCommand
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::UserCommand)

public:
    enum class Action { Add, Remove, List };

    /// Asks for a new password.
    using AskPassword = std::function<Result<QString>()>;

    Action action = Action::List;
    QString file;
    /// Of Add and Remove.
    QString user;

    /// What the words after `user` ask for; the error says what is wrong with them.
    static Result<UserCommand> parse(const QStringList &words);

    /// Does it; returns what there is to say. Whoever is there already gets a new password by Add, which
    /// makes the file where there is none.
    Result<QString> run(const AskPassword &askPassword) const;

    /// For `--help`.
    static QString helpText();

private:
    Result<QString> change(const AskPassword &askPassword) const;
    Result<QByteArray> askHash(const AskPassword &askPassword) const;
};

} // namespace Greenroom

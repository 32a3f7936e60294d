// SPDX-License-Identifier: MIT
#pragma once

#include "authorizers/JwtAuthorizer.h"
#include "login/LoginSettings.h"

#include <QCoreApplication>
#include <QDir>
#include <optional>

QT_BEGIN_NAMESPACE
class QJsonObject;
class QJsonValue;
QT_END_NAMESPACE

namespace Greenroom {

class JsonChecker;

/// Reads the member `jwt` of an authorizer, and the secret that it names: a secret never stands in the file
/// itself, nor on a command line.
class JwtReader
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::JwtReader)

public:
    /// Borrows `checker`, to which each mistake is reported. Relative names of files begin at `folder`.
    JwtReader(JsonChecker &checker, const QDir &folder) : m_check(checker), m_folder(folder) {}

    /// Of use only where nothing has been reported.
    JwtAuthorizer::Settings read(const QString &path, const QJsonValue &value);

    /// How the users get their tokens, where that was told too.
    const std::optional<LoginSettings> &login() const { return m_login; }

private:
    LoginSettings readLogin(const QString &path, const QJsonValue &value);
    QString usersFile(const QString &path, const QJsonValue &value);
    QByteArray secret(const QString &path, const QJsonObject &object);
    QByteArray secretOfEnvironment(const QString &path, const QJsonValue &value);
    QByteArray secretOfFile(const QString &path, const QJsonValue &value);
    QStringList users(const QString &path, const QJsonValue &value);

    JsonChecker &m_check;
    QDir m_folder;
    std::optional<LoginSettings> m_login;
};

} // namespace Greenroom

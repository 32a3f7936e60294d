// SPDX-License-Identifier: MIT
#include "config/JwtReader.h"

#include "common/JsonChecker.h"
#include "login/UserFile.h"

#include <QFile>
#include <QJsonArray>

namespace Greenroom {

namespace {

constexpr QLatin1String environmentName("secretEnv");
constexpr QLatin1String fileName("secretFile");
constexpr QLatin1String denyName("deny");
constexpr QLatin1String guestsName("guests");
constexpr QLatin1String loginName("login");
constexpr QLatin1String usersFileName("usersFile");
constexpr QLatin1String lifetimeName("tokenLifetimeSeconds");
/// Longer is no token but a second password.
constexpr qint64 longestLifetime = qint64(366) * 24 * 60 * 60;
/// Much more than any secret; a file that is larger was named by mistake.
constexpr qint64 longestSecret = 65536;

} // namespace

JwtAuthorizer::Settings JwtReader::read(const QString &path, const QJsonValue &value)
{
    const QJsonObject object = m_check.object(path, value);
    if (!value.isObject())
        return {};
    m_check.expectOnly(path, object, {environmentName, fileName, denyName, guestsName, loginName});
    JwtAuthorizer::Settings settings;
    settings.secret = secret(path, object);
    if (object.contains(denyName))
        settings.denied = users(JsonChecker::member(path, denyName), object.value(denyName));
    using Guests = JwtAuthorizer::Settings::Guests;
    if (object.contains(guestsName)
        && m_check.boolean(JsonChecker::member(path, guestsName), object.value(guestsName)))
        settings.guests = Guests::Allowed;
    if (object.contains(loginName)) {
        m_login = readLogin(JsonChecker::member(path, loginName), object.value(loginName));
        m_login->secret = settings.secret;
    }
    return settings;
}

LoginSettings JwtReader::readLogin(const QString &path, const QJsonValue &value)
{
    const QJsonObject object = m_check.object(path, value);
    LoginSettings login;
    if (!value.isObject())
        return login;
    m_check.expectOnly(path, object, {usersFileName, lifetimeName});
    login.usersFile = usersFile(JsonChecker::member(path, usersFileName), object.value(usersFileName));
    if (object.contains(lifetimeName))
        login.tokenLifetime = std::chrono::seconds(m_check.wholeNumber(
            JsonChecker::member(path, lifetimeName), object.value(lifetimeName), 1, longestLifetime));
    return login;
}

/// Read now only to tell what is wrong with it: it may change while the server runs.
QString JwtReader::usersFile(const QString &path, const QJsonValue &value)
{
    const QString name = m_check.text(path, value);
    if (!value.isString())
        return {};
    QString file = m_folder.filePath(name);
    if (const auto users = UserFile::read(file); !users)
        m_check.report(path, users.error().message);
    return file;
}

QByteArray JwtReader::secret(const QString &path, const QJsonObject &object)
{
    if (object.contains(environmentName) == object.contains(fileName)) {
        m_check.report(path, tr("Expected either “secretEnv” or “secretFile”."));
        return {};
    }
    if (object.contains(environmentName))
        return secretOfEnvironment(JsonChecker::member(path, environmentName), object.value(environmentName));
    return secretOfFile(JsonChecker::member(path, fileName), object.value(fileName));
}

QByteArray JwtReader::secretOfEnvironment(const QString &path, const QJsonValue &value)
{
    const QString name = m_check.text(path, value);
    QByteArray secret = qgetenv(name.toLocal8Bit().constData());
    if (value.isString() && secret.isEmpty())
        m_check.report(
            path, tr("The environment variable %1 is not set or is empty.").arg(JsonChecker::shown(value)));
    return secret;
}

QByteArray JwtReader::secretOfFile(const QString &path, const QJsonValue &value)
{
    const QString name = m_check.text(path, value);
    if (!value.isString())
        return {};
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        m_check.report(path, tr("The file cannot be read: %1.").arg(file.errorString()));
        return {};
    }
    QByteArray secret = file.read(longestSecret + 1);
    // Editors end a file with one, and nobody sees it.
    if (secret.endsWith('\n'))
        secret.chop(1);
    if (secret.isEmpty() || secret.size() > longestSecret)
        m_check.report(path, tr("Expected a file that holds a secret and nothing else."));
    return secret;
}

QStringList JwtReader::users(const QString &path, const QJsonValue &value)
{
    const QJsonArray items = m_check.array(path, value);
    QStringList users;
    for (qsizetype index = 0; index < items.size(); ++index)
        users.append(m_check.text(JsonChecker::item(path, index), items.at(index)));
    return users;
}

} // namespace Greenroom

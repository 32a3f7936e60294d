// SPDX-License-Identifier: MIT
#pragma once

#include "config/StageFile.h"
#include "gateway/Gateway.h"
#include "login/PasswordHash.h"
#include "login/UserFile.h"
#include "support/FakeClock.h"
#include "support/RawClient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace Greenroom::Test {

/// A gateway whose stage `dev` has a login with the users ana (`right`) and zoë (`sésame`) and tokens for a
/// minute, while `open` lets in guests.
class LoginBench
{
public:
    /// What a login answers.
    struct Answer
    {
        int status = 0;
        QByteArray head = {};
        QJsonObject json = {};
        /// What is in its body, itself JSON.
        QJsonObject body = {};
    };

    static constexpr auto secret = "a secret of thirty-two bytes, ok";

    FakeClock clock;
    QTemporaryDir directory;
    std::unique_ptr<Gateway> gateway;

    /// To be called once, before anything else.
    bool start()
    {
        UserFile users;
        users.set(QStringLiteral("ana"), *PasswordHash::make("right", PasswordHash::Cost::Least));
        users.set(QString::fromUtf8("zoë"), *PasswordHash::make("sésame", PasswordHash::Cost::Least));
        write(QStringLiteral("secret"), secret);
        const auto isWritten = users.write(usersFile());
        const auto stages = StageFile::parse(stagesJson, QDir(directory.path()));
        if (!isWritten || !stages)
            return false;
        GatewayOptions options;
        options.port = 0;
        options.stages = *stages;
        gateway = std::make_unique<Gateway>(options, clock);
        return gateway->start().has_value();
    }

    QString usersFile() const { return directory.filePath(QStringLiteral("users.json")); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    QUrl address() const { return gateway->stageAddress(QStringLiteral("dev")); }

    static QByteArray credentials(const QByteArray &user, const QByteArray &password)
    {
        return R"({"user_id":")" + user + R"(","password":")" + password + R"("})";
    }

    static QByteArray request(const QByteArray &body, const QByteArray &further = {})
    {
        return "POST /dev/auth HTTP/1.1\r\nHost: localhost\r\n" + further
               + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    Answer logIn(const QByteArray &user, const QByteArray &password) const
    {
        return answerTo(request(credentials(user, password)));
    }

    /// Status 0 where none has come.
    Answer answerTo(const QByteArray &bytes) const
    {
        RawClient client(address());
        client.send(bytes);
        const auto isWhole = [&client] {
            const QByteArray &received = client.received();
            return received.contains("\r\n\r\n")
                   && (!received.endsWith("\r\n\r\n") || received.startsWith("HTTP/1.1 204 "));
        };
        if (!QTest::qWaitFor(isWhole))
            return {};
        const QByteArray received = client.received();
        const qsizetype end = received.indexOf("\r\n\r\n");
        Answer answer{statusIn(received), received.first(end), objectIn(received.sliced(end + 4))};
        answer.body = objectIn(answer.json.value(QStringLiteral("body")).toString().toUtf8());
        return answer;
    }

    /// The status that a request for a WebSocket gets.
    int statusOf(const QByteArray &target) const
    {
        RawClient client(address());
        client.send(RawClient::upgradeRequest(target));
        const bool isAnswered = QTest::qWaitFor([&client] { return client.received().contains("\r\n\r\n"); });
        return isAnswered ? statusIn(client.received()) : 0;
    }

private:
    static constexpr auto stagesJson = R"({"stages":[
        {"name":"dev","backend":"history","authorizer":{
            "identitySource":"route.request.querystring.Authorization",
            "jwt":{"secretFile":"secret","login":{"usersFile":"users.json","tokenLifetimeSeconds":60}}}},
        {"name":"open","backend":"history","authorizer":{
            "identitySource":"route.request.querystring.Authorization",
            "jwt":{"secretFile":"secret","guests":true}}}]})";

    static int statusIn(const QByteArray &response)
    {
        return response.mid(static_cast<qsizetype>(qstrlen("HTTP/1.1 ")), 3).toInt();
    }

    static QJsonObject objectIn(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
};

} // namespace Greenroom::Test

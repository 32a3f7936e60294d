// SPDX-License-Identifier: MIT
#pragma once

#include "common/JsonWebToken.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <memory>

namespace Greenroom::Test {

/// An Auth API in the test, which answers what it was told to and takes notes.
class AuthServer
{
public:
    struct Request
    {
        QByteArray head;
        QByteArray body;

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    explicit AuthServer(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_server(std::move(server))
    {
        m_server->listen(QHostAddress::LocalHost);
        // One that speaks TLS has nobody yet when a connection is new.
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            QTcpSocket *client = m_server->nextPendingConnection();
            m_client = client;
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { read(*client); });
        });
    }

    QUrl url(const char *scheme = "http") const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/dev/auth")
                        .arg(QLatin1String(scheme))
                        .arg(m_server->serverPort()));
    }
    const QList<Request> &requests() const { return m_requests; }
    bool hasClient() const
    {
        return m_client != nullptr && m_client->state() == QAbstractSocket::ConnectedState;
    }

    /// From now on each request is answered with these bytes; with none, not at all.
    void answer(const QByteArray &bytes) { m_answers = {bytes}; }
    /// One after the other; the last stays.
    void answerInTurn(const QList<QByteArray> &answers) { m_answers = answers; }
    void answerJson(const QByteArray &json, const QByteArray &headers = {})
    {
        answer(http("200 OK", json, headers));
    }
    /// As the tutorials' page expects it.
    void grant(const QByteArray &token, const QByteArray &headers = {})
    {
        const QJsonObject body{{QStringLiteral("token"), QString::fromLatin1(token)}};
        answerJson(wrapped(200, body), headers);
    }
    void refuse()
    {
        const QJsonObject body{{QStringLiteral("message"), QStringLiteral("Not you")}};
        answerJson(wrapped(401, body));
    }
    /// Closes the connection instead of answering.
    void hangUp() { m_hangsUp = true; }

    static QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }
    static QByteArray token(const QJsonObject &claims) { return JsonWebToken::sign(claims, "key"); }
    /// A token for `ann` with this lifetime in seconds since 1970.
    static QByteArray token(qint64 from, qint64 to)
    {
        return token({{QStringLiteral("user_id"), QStringLiteral("ann")},
                      {QStringLiteral("iat"), from},
                      {QStringLiteral("exp"), to}});
    }

private:
    /// The page expects the body as text.
    static QByteArray wrapped(int status, const QJsonObject &body)
    {
        const QString text = QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
        const QJsonObject answer{{QStringLiteral("statusCode"), status}, {QStringLiteral("body"), text}};
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    }
    void read(QTcpSocket &client)
    {
        const QByteArray seen = client.property("seen").toByteArray() + client.readAll();
        client.setProperty("seen", seen);
        const qsizetype end = seen.indexOf("\r\n\r\n");
        static const QByteArray lengthName("content-length: ");
        const qsizetype at = seen.toLower().indexOf(lengthName) + lengthName.size();
        const int length = seen.mid(at, seen.indexOf('\r', at) - at).toInt();
        if (end < 0 || seen.size() < end + 4 + length)
            return;
        m_requests.append({seen.first(end), seen.sliced(end + 4)});
        if (m_hangsUp)
            client.disconnectFromHost();
        if (m_answers.isEmpty())
            return;
        client.write(m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.constFirst());
        client.disconnectFromHost();
    }

    std::unique_ptr<QTcpServer> m_server;
    QPointer<QTcpSocket> m_client;
    QList<QByteArray> m_answers;
    QList<Request> m_requests;
    bool m_hangsUp = false;
};

} // namespace Greenroom::Test

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/DoorPolicy.h"
#include "gateway/FaultsApi.h"
#include "gateway/Gateway.h"
#include "gateway/ManagementApi.h"
#include "gateway/RequestReader.h"
#include "login/LoginApi.h"

#include <map>

namespace Greenroom {

class HttpExchange;
class Stage;

/// Reads the requests of each client that comes, and leads them to their stage, answers them or turns them
/// away.
class RequestRouter : public QObject
{
    Q_OBJECT

public:
    using Stages = std::map<QString, std::unique_ptr<Stage>>;

    /// Borrows `stages`, which may still be filled, `clock` and `ids`.
    RequestRouter(const Stages &stages, const GatewayOptions &options, Clock &clock, IdMint &ids,
                  QObject *parent = nullptr);

    /// Reads the first request of a connection.
    void serve(ClientSocket *socket);
    /// Tells a client that there are too many.
    void turnAway(ClientSocket *socket);
    /// From now on everybody is told that the gateway ends.
    void refuseEverybody() { m_isRefusingEverybody = true; }

Q_SIGNALS:
    void accessLogged(const Greenroom::AccessEntry &entry);

private:
    using Answer = std::function<HttpReply(const QByteArray &body)>;

    void awaitRequest(ClientSocket &socket, RequestReader::Request request);
    void check(ClientSocket &socket, const HttpHead &head);
    void route(ClientSocket &socket, const HttpHead &head);
    void admit(const Stages::value_type &stage, ClientSocket &socket, const HttpHead &head);
    void manage(ClientSocket &socket, const HttpHead &head, const ManagementCall &call);
    void changeFaults(ClientSocket &socket, const HttpHead &head, const FaultsCall &call);
    void logIn(ClientSocket &socket, const HttpHead &head, const LoginCall &call);
    void takeLogin(HttpExchange &exchange, const LoginCall &call, AccessEntry entry, const QByteArray &body);
    HttpExchange *newExchange(ClientSocket &socket, const HttpHead &head, qint64 bodyLimit);
    void converse(ClientSocket &socket, const HttpHead &head, const AccessEntry &entry, const Answer &answer);
    void answer(HttpExchange &exchange, const Answer &answer, AccessEntry entry, const QByteArray &body);
    void answerFailed(HttpExchange &exchange, AccessEntry entry, const HeadFault &fault);
    Stage *stageOf(const QString &name) const;
    bool hasLogin(const QString &name) const;
    AccessEntry newEntry(AccessEntry::Kind kind, const ClientSocket &socket, const QString &stage) const;
    void finishEntry(AccessEntry &entry, int status);
    void refuseHead(ClientSocket &socket, const HeadFault &fault);
    void refuse(ClientSocket &socket, const HttpReply &reply, const QString &stage = {},
                const QString &allowingOption = {});

    const Stages &m_stages;
    DoorPolicy m_policy;
    ManagementApi m_managementApi;
    FaultsApi m_faultsApi;
    LoginApi m_loginApi;
    bool m_areFaultsServed;
    Clock &m_clock;
    IdMint &m_ids;
    bool m_isRefusingEverybody = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/DoorPolicy.h"
#include "gateway/Gateway.h"

#include <map>

namespace Greenroom {

class ClientSocket;
class HttpHead;
class Stage;
struct HeadFault;
struct HttpReply;

/// Reads the request of each client that comes, and leads it to its stage or turns it away.
class RequestRouter : public QObject
{
    Q_OBJECT

public:
    using Stages = std::map<QString, std::unique_ptr<Stage>>;

    /// Borrows `stages`, which may still be filled, `clock` and `ids`.
    RequestRouter(const Stages &stages, DoorPolicy policy, Clock &clock, IdMint &ids,
                  QObject *parent = nullptr);

    void serve(ClientSocket *socket);
    /// From now on everybody is told that the gateway ends.
    void refuseEverybody() { m_isRefusingEverybody = true; }

Q_SIGNALS:
    void accessLogged(const Greenroom::AccessEntry &entry);

private:
    void check(ClientSocket &socket, const HttpHead &head);
    void route(ClientSocket &socket, const HttpHead &head);
    void refuseHead(ClientSocket &socket, const HeadFault &fault);
    void refuse(ClientSocket &socket, const HttpReply &reply, const QString &stage = {},
                const QString &allowingOption = {});

    const Stages &m_stages;
    DoorPolicy m_policy;
    Clock &m_clock;
    IdMint &m_ids;
    bool m_isRefusingEverybody = false;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "gateway/HttpHead.h"

#include <QObject>

namespace Greenroom {

class ClientSocket;

/// Waits for the request head of one fresh connection, bounded in size and time. Deletes itself when it has
/// reported, or when the client leaves.
class RequestReader : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of `socket`, which it borrows; borrows `clock`.
    RequestReader(ClientSocket &socket, Clock &clock);
    ~RequestReader() override;
    Q_DISABLE_COPY_MOVE(RequestReader)

Q_SIGNALS:
    /// The head has been taken out of the socket; what came after it is still there.
    void received(Greenroom::ClientSocket &socket, const Greenroom::HttpHead &head);
    void failed(Greenroom::ClientSocket &socket, const Greenroom::HeadFault &fault);

private:
    void read();
    void fail(const HeadFault &fault);
    void finish();

    ClientSocket &m_socket;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "gateway/PostToConnection.h"

namespace Greenroom {

QList<PostToConnection::Failure> PostToConnection::postToAll(const QStringList &connectionIds,
                                                             const QByteArray &data)
{
    QList<Failure> failures;
    for (const QString &id : connectionIds) {
        if (const Status status = post(id, data); status != Status::Ok)
            failures.append({id, status});
    }
    return failures;
}

} // namespace Greenroom

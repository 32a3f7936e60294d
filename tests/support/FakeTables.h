// SPDX-License-Identifier: MIT
#pragma once

#include "tables/Tables.h"

#include <QList>

namespace Greenroom::Test {

/// Tables that note what they are asked to write and finish each write when the test says so.
class FakeTables final : public Tables
{
public:
    struct Closed
    {
        QString connectionId;
        QString disconnectedAt;
    };

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a test reads what was asked for.
    QStringList active;
    QList<SessionRow> opened;
    QList<Closed> closed;
    QList<MessageRow> messages;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

    QStringList activeConnections() const override { return active; }
    bool isActive(const QString &connectionId) const override { return active.contains(connectionId); }

    void openSession(const SessionRow &row, Done done) override
    {
        active.append(row.connectionId);
        opened.append(row);
        m_waiting.append(std::move(done));
    }

    void closeSession(const QString &connectionId, const QString &disconnectedAt, Done done) override
    {
        active.removeOne(connectionId);
        closed.append({connectionId, disconnectedAt});
        m_waiting.append(std::move(done));
    }

    void putConnection(const QString &connectionId, Done done) override
    {
        active.append(connectionId);
        m_waiting.append(std::move(done));
    }

    void deleteConnection(const QString &connectionId, Done done) override
    {
        active.removeOne(connectionId);
        m_waiting.append(std::move(done));
    }

    void putMessage(const MessageRow &row, Done done) override
    {
        messages.append(row);
        m_waiting.append(std::move(done));
    }

    /// Finishes the oldest write.
    void succeed() { m_waiting.takeFirst()({}); }
    void fail() { m_waiting.takeFirst()(failure(QStringLiteral("the disk is full"))); }
    qsizetype waiting() const { return m_waiting.size(); }

private:
    QList<Done> m_waiting;
};

} // namespace Greenroom::Test

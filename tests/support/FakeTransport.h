// SPDX-License-Identifier: MIT
#pragma once

#include "session/Transport.h"

#include <QPointer>
#include <QStringList>
#include <vector>

namespace Greenroom::Test {

class FakeTransport;

/// What was asked of one FakeTransport; outlives it.
struct TransportRecord
{
    QUrl address;
    ConnectRequest request;
    QStringList sent;
    QList<QByteArray> pings;
    int closeCalls = 0;
    int abortCalls = 0;
    /// As a living peer does, at once. Those by which OwnLines asks for its lines are left to the test.
    bool answersPings = true;
    /// As one that has more to tell than it may tell at once.
    bool isBehind = false;
    /// Null once the owner has destroyed it.
    QPointer<FakeTransport> transport;
};

/// A Transport without a network: a test emits its signals and reads in the record what it was told.
class FakeTransport final : public Transport
{
    Q_OBJECT

public:
    /// What open() and close() do beyond taking notes.
    enum class Manner { Waits, OpensInOpen, FailsInOpen, ClosesInClose };

    FakeTransport(std::shared_ptr<TransportRecord> record, Manner manner);

    void open(const ConnectRequest &request) override;
    void sendText(const QString &frame) override;
    void ping(const QByteArray &payload) override;
    void close() override;
    void abort() override;
    bool isBehind() const override { return m_record->isBehind; }

private:
    std::shared_ptr<TransportRecord> m_record;
    Manner m_manner;
};

/// Hands out FakeTransports and remembers each.
class FakeTransports
{
public:
    TransportFactory factory();
    /// For the transports made from now on.
    void setManner(FakeTransport::Manner manner);
    /// Of all, also of those made already.
    void setAnswersPings(bool answers);
    /// Of the last one.
    void setBehind(bool isBehind);

    int count() const;
    const TransportRecord &record(int index) const;
    const TransportRecord &last() const;
    /// The last transport made, which must still be alive.
    FakeTransport &transport() const;

private:
    std::unique_ptr<Transport> make();

    FakeTransport::Manner m_manner = FakeTransport::Manner::Waits;
    bool m_answersPings = true;
    std::vector<std::shared_ptr<TransportRecord>> m_records;
};

} // namespace Greenroom::Test

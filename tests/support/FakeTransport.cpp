// SPDX-License-Identifier: MIT
#include "support/FakeTransport.h"

namespace Greenroom::Test {

FakeTransport::FakeTransport(std::shared_ptr<TransportRecord> record, Manner manner)
    : m_record(std::move(record)), m_manner(manner)
{
    m_record->transport = this;
}

void FakeTransport::open(const ConnectRequest &request)
{
    m_record->address = request.address;
    m_record->request = request;
    if (m_manner == Manner::FailsInOpen)
        Q_EMIT failed({0, QStringLiteral("At once.")});
    else if (m_manner == Manner::OpensInOpen)
        Q_EMIT opened();
}

void FakeTransport::sendText(const QString &frame)
{
    m_record->sent.append(frame);
}

void FakeTransport::ping(const QByteArray &payload)
{
    m_record->pings.append(payload);
    if (m_record->answersPings && !payload.startsWith("line-"))
        Q_EMIT ponged(payload);
}

void FakeTransport::close()
{
    ++m_record->closeCalls;
    if (m_manner == Manner::ClosesInClose)
        Q_EMIT closed(1000, QString());
}

void FakeTransport::abort()
{
    ++m_record->abortCalls;
}

TransportFactory FakeTransports::factory()
{
    return [this] { return make(); };
}

void FakeTransports::setManner(FakeTransport::Manner manner)
{
    m_manner = manner;
}

void FakeTransports::setAnswersPings(bool answers)
{
    m_answersPings = answers;
    for (const auto &record : m_records)
        record->answersPings = answers;
}

void FakeTransports::setBehind(bool isBehind)
{
    m_records.back()->isBehind = isBehind;
}

int FakeTransports::count() const
{
    return static_cast<int>(m_records.size());
}

const TransportRecord &FakeTransports::record(int index) const
{
    return *m_records.at(static_cast<std::size_t>(index));
}

const TransportRecord &FakeTransports::last() const
{
    return *m_records.back();
}

FakeTransport &FakeTransports::transport() const
{
    Q_ASSERT(!m_records.empty() && last().transport);
    return *last().transport;
}

std::unique_ptr<Transport> FakeTransports::make()
{
    m_records.push_back(std::make_shared<TransportRecord>());
    m_records.back()->answersPings = m_answersPings;
    return std::make_unique<FakeTransport>(m_records.back(), m_manner);
}

} // namespace Greenroom::Test

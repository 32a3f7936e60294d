// SPDX-License-Identifier: MIT
#include "CutRun.h"

#include "session/WebSocketTransport.h"

#include <QEventLoop>
#include <algorithm>

namespace Greenroom::Bench {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Test::NetworkHost;

namespace {

/// As far away as a stage in a data centre of the same continent.
constexpr Test::RoughNetwork::Weather usualWeather{milliseconds(20), milliseconds(2)};
constexpr seconds longestReturn = 2 * (ReconnectPolicy::cap + ChatSession::connectTimeout);

QByteArray question()
{
    return QByteArrayLiteral("are-we-back");
}

} // namespace

struct CutRun::Person
{
    ChatSession session;
    std::optional<milliseconds> noticedAt;
    std::optional<milliseconds> backAt;

    explicit Person(Clock &clock) : session(clock, [] { return std::make_unique<WebSocketTransport>(); }) {}
};

CutRun::CutRun(int sessions)
    : m_stageHost(QHostAddress(QStringLiteral("10.0.0.1"))),
      m_clientHost(QHostAddress(QStringLiteral("10.0.0.2"))),
      m_network(m_clientHost, m_stageHost)
{
    const NetworkHost::Inside inside(m_stageHost);
    GatewayOptions options;
    options.address = QHostAddress(QStringLiteral("10.0.0.1"));
    options.port = 0;
    m_gateway = std::make_unique<Gateway>(options, m_clock);
    if (const auto started = m_gateway->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    m_network.setWeather(usualWeather);
    for (int count = 0; count < sessions; ++count)
        add();
}

CutRun::~CutRun() = default;

CutFigures CutRun::measure(seconds length)
{
    const NetworkHost::Inside inside(m_clientHost);
    connectAll();
    pass(Heartbeat::interval + Liveness::patience);
    for (const auto &person : m_people) {
        if (person->session.state() != ChatSession::State::Connected)
            qFatal("A session is not connected before the cut: %s", qPrintable(person->session.reason()));
    }
    cut(length);
    for (const auto &person : m_people)
        person->session.probe(question());
    while (!areAllBack() && now() - *m_mendedAt < longestReturn)
        pass(milliseconds(100));
    return figures();
}

void CutRun::cut(seconds length)
{
    m_network.cut();
    m_cutAt = now();
    pass(length);
    m_network.mend();
    m_mendedAt = now();
}

CutFigures CutRun::figures() const
{
    CutFigures figures;
    for (const auto &person : m_people) {
        if (person->noticedAt)
            figures.noticed.push_back((*person->noticedAt - *m_cutAt).count());
        if (person->backAt)
            figures.back.push_back((*person->backAt - *m_mendedAt).count());
        else
            ++figures.lost;
    }
    return figures;
}

void CutRun::add()
{
    m_people.push_back(std::make_unique<Person>(m_clock));
    Person *person = m_people.back().get();
    connect(&person->session, &ChatSession::stateChanged, this,
            [this, person](ChatSession::State state) { note(*person, state); });
    connect(&person->session, &ChatSession::ponged, this,
            [this, person](const QByteArray &payload) { noteAnswer(*person, payload); });
}

void CutRun::connectAll()
{
    const milliseconds gap = milliseconds(Heartbeat::interval) / m_people.size();
    for (const auto &person : m_people) {
        person->session.connectTo(m_gateway->stageAddress(QStringLiteral("dev")));
        pass(gap);
    }
}

void CutRun::note(Person &person, ChatSession::State state)
{
    if (!m_cutAt)
        return;
    if (state != ChatSession::State::Connected && !person.noticedAt)
        person.noticedAt = now();
    if (state == ChatSession::State::Connected && m_mendedAt && !person.backAt)
        person.backAt = now();
}

void CutRun::noteAnswer(Person &person, const QByteArray &payload)
{
    if (payload == question() && !person.backAt)
        person.backAt = now();
}

bool CutRun::areAllBack() const
{
    return std::all_of(m_people.cbegin(), m_people.cend(),
                       [](const auto &person) { return person->backAt.has_value(); });
}

void CutRun::pass(milliseconds time)
{
    QEventLoop loop;
    const auto alarm = m_clock.ringAfter(time, [&loop] { loop.quit(); });
    loop.exec();
}

milliseconds CutRun::now() const
{
    return m_clock.steadyTime();
}

} // namespace Greenroom::Bench

// SPDX-License-Identifier: MIT
#include "shots/Scene.h"

#include "common/Timestamp.h"
#include "session/FailureReason.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Greenroom::Shots {

using namespace std::chrono_literals;

namespace {

QString me()
{
    return QStringLiteral("eHrdFcnvvHcCE-w=");
}

QString ann()
{
    return QStringLiteral("eHrjDEuVPHcCWMg=");
}

QString ben()
{
    return QStringLiteral("eHsk2dKYPHcCJtA=");
}

QString toFrame(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString messageFrame(const QString &message)
{
    return toFrame({{QStringLiteral("message"), message}});
}

} // namespace

QString usualStage()
{
    return QStringLiteral("wss://k3v9x2.execute-api.us-east-1.amazonaws.com/dev");
}

Scene::Scene(QSize size, const QString &archive)
    : m_ui(m_transports.factory(), &m_clock, archive), m_window(m_ui.services())
{
    m_window.resize(size);
    m_window.show();
}

MainWindow &Scene::window()
{
    return m_window;
}

Services &Scene::services()
{
    return m_ui.services();
}

void Scene::beginToConnect(const QString &address)
{
    Test::connectTo(m_window, address);
}

void Scene::connectTo(const QString &address)
{
    beginToConnect(address);
    Q_EMIT m_transports.transport().opened();
}

void Scene::refuse(int status)
{
    Q_EMIT m_transports.transport().failed({status, FailureReason::fromHttpStatus(status)});
}

void Scene::fail(const TransportFailure &failure)
{
    Q_EMIT m_transports.transport().failed(failure);
}

void Scene::receive(const QString &frame)
{
    Q_EMIT m_transports.transport().textReceived(frame);
}

void Scene::sayAndReceive(const QString &text)
{
    Test::say(m_window, text);
    receive(chatFrame(me(), text));
}

void Scene::hear(const QString &id, const QString &text)
{
    receive(chatFrame(id, text));
}

void Scene::hearOld(const QString &stamp, const QString &id, const QString &text)
{
    receive(chatFrameAt(stamp, id, text));
}

void Scene::hearDirectly(const QString &id, const QString &text)
{
    receive(toFrame({{QStringLiteral("sender_id"), id},
                     {QStringLiteral("recipient_id"), me()},
                     {QStringLiteral("message"), text}}));
}

void Scene::wait(std::chrono::milliseconds duration)
{
    m_clock.advance(duration);
}

void Scene::playConversation()
{
    receive(messageFrame(QStringLiteral("A new user has joined the chat - ") + ann()));
    wait(20s);
    hear(ann(), QStringLiteral("Good morning! Does the new stage answer on your side?"));
    wait(30s);
    sayAndReceive(QStringLiteral("It does. The history table has my line already."));
    wait(10s);
    sayAndReceive(QStringLiteral("And the id is a real one: sixteen characters, with the “=”."));
    wait(40s);
    receive(messageFrame(QStringLiteral("A new user has joined the chat - ") + ben()));
    wait(15s);
    hear(ben(), QStringLiteral(
                    "Hi both. A longer text, to see how it wraps: the gateway closes a connection after ten "
                    "minutes of silence and after two hours in any case, so a client that wants to stay "
                    "has to speak up in time and come back on its own."));
    hear(ben(), QStringLiteral("Two lines\nin one message"));
    wait(70s);
    receive(QStringLiteral("{\"error\": \"Invalid request\", \"message\": \"The requested action is not "
                           "recognized. Please check your WebSocket commands.\"}"));
    wait(20s);
    receive(QStringLiteral("Use the sendmessage route to send a message."));
    wait(65s);
    receive(messageFrame(QStringLiteral("User %1 has left the chat.").arg(ann())));
    sayAndReceive(QStringLiteral("See you later, then."));
}

void Scene::playTwoDays()
{
    hearOld(QStringLiteral("2026-01-30T17:40:12Z"), ben(),
            QStringLiteral("The stage went down at half past five."));
    hearOld(QStringLiteral("2026-01-30T17:41:03Z"), ben(), QStringLiteral("It answers again, but slowly."));
    hearOld(QStringLiteral("2026-01-30T17:52:40Z"), ann(),
            QStringLiteral("I shall look at it in the morning."));
    hear(ann(),
         QStringLiteral("Good morning! The reason is in https://status.example.com/incidents/4711?lang=en, "
                        "and my notes are at (https://notes.example.com/gateway_(stage))."));
    wait(15s);
    sayAndReceive(
        QStringLiteral("Thank you. I had a look at the history table, and nothing is missing there."));
    wait(20s);
    hearDirectly(ben(), QStringLiteral("Between the two of us: it was my deployment."));
    wait(10s);
    hear(ben(), QStringLiteral("Shall we raise the quota? mailto:quota@example.com takes such requests."));
    hear(ann(), QStringLiteral("Not yet; the two-hour limit hurts more than the idle limit of ten minutes."));
    wait(30s);
    hear(ann(), QStringLiteral("A client that speaks up in time never meets the idle limit at all."));
    hear(ben(), QStringLiteral("True."));
    wait(40s);
    hear(ben(), QStringLiteral("Then let us write down what we know of each limit, and meet at eleven."));
}

QPixmap Scene::picture()
{
    // Layout and scrolling take a few turns of the event loop.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    return m_window.grab();
}

QString Scene::chatFrame(const QString &id, const QString &text) const
{
    return chatFrameAt(toStamp(m_clock.wallTime()), id, text);
}

QString Scene::chatFrameAt(const QString &stamp, const QString &id, const QString &text)
{
    return messageFrame(QStringLiteral("[%1 - UTC]\n %2  %3\n").arg(stamp, id, text));
}

} // namespace Greenroom::Shots

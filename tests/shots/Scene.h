// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"

#include <QPixmap>

namespace Greenroom::Shots {

/// The size of the window in most pictures.
inline constexpr QSize usual{1080, 680};
/// The stage in most pictures.
QString usualStage();

/// A window whose sessions are played by hand: what it shows is the same each time.
class Scene
{
public:
    /// Its conversations are kept in the file `archive`, or in memory.
    explicit Scene(QSize size, const QString &archive = {});

    MainWindow &window();
    Services &services();

    /// Connects the session in sight to `address`, as far as "Connecting…".
    void beginToConnect(const QString &address);
    /// As beginToConnect(), and the stage accepts.
    void connectTo(const QString &address);
    /// The stage does not accept, with this HTTP status.
    void refuse(int status = 403);
    /// There is no connection, for this reason.
    void fail(const TransportFailure &failure);
    /// The stage sends this frame.
    void receive(const QString &frame);
    /// Our own line, as the user types it, and its echo.
    void sayAndReceive(const QString &text);
    /// Somebody else's line.
    void hear(const QString &id, const QString &text);
    /// Somebody else's line of another time, as a stage's history has it.
    void hearOld(const QString &stamp, const QString &id, const QString &text);
    /// A line that somebody else wrote to us alone.
    void hearDirectly(const QString &id, const QString &text);
    void wait(std::chrono::milliseconds duration);
    /// A conversation of three people with everything in it that a row can be.
    void playConversation();

    /// Yesterday's end and this morning, more than fits into a window; with links and a direct message.
    void playTwoDays();

    QPixmap picture();

private:
    QString chatFrame(const QString &id, const QString &text) const;
    static QString chatFrameAt(const QString &stamp, const QString &id, const QString &text);

    Test::FakeClock m_clock;
    Test::FakeTransports m_transports;
    Test::UiServices m_ui;
    MainWindow m_window;
};

} // namespace Greenroom::Shots

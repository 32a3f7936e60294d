// SPDX-License-Identifier: MIT
#include "common/UnixSignals.h"

#include <QSocketNotifier>
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Greenroom {

namespace {

// A signal handler can reach nothing but globals.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int number)
{
    // Only async-signal-safe calls here: leave a byte for the event loop; the next signal then kills.
    std::signal(number, SIG_DFL);
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, sizeof byte);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe.data()) != 0)
        return;
    m_notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::readSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

UnixSignals::~UnixSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    // Before its descriptor goes, which it would miss.
    delete m_notifier;
    for (int &end : signalPipe) {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }
}

void UnixSignals::readSignal()
{
    char byte = 0;
    if (::read(signalPipe[1], &byte, sizeof byte) == sizeof byte)
        Q_EMIT terminationRequested();
}

} // namespace Greenroom

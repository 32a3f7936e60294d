// SPDX-License-Identifier: MIT
#include "ui/DemoRun.h"

#include "AppCommandLine.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QTextStream>
#include <QTimer>

namespace Greenroom {

DemoRun::DemoRun(Desk &desk, QString screenshot, QObject *parent)
    : QObject(parent), m_desk(desk), m_screenshot(std::move(screenshot))
{
}

void DemoRun::start()
{
    connect(&m_desk, &Desk::demoLine, this, &DemoRun::print);
    connect(&m_desk, &Desk::demoStalled, this, &DemoRun::fail);
    if (!m_screenshot.isEmpty())
        connect(&m_desk, &Desk::demoFinished, this, &DemoRun::takePicture);
    m_desk.playDemo();
}

void DemoRun::print(const QString &line)
{
    QTextStream(stdout) << line << '\n';
}

void DemoRun::takePicture()
{
    // The windows paint their last line in the turns of the event loop that come before this one.
    constexpr std::chrono::milliseconds paintTime{500};
    QTimer::singleShot(paintTime, this, [this] {
        const bool saved = QGuiApplication::primaryScreen()->grabWindow(0).save(m_screenshot);
        if (!saved)
            QTextStream(stderr) << "greenroom: "
                                << tr("The picture could not be saved to %1.").arg(m_screenshot) << '\n';
        QGuiApplication::exit(saved ? AppCommandLine::success : AppCommandLine::demoFailed);
    });
}

void DemoRun::fail()
{
    QTextStream(stderr) << "greenroom: " << tr("The demo could not be played to its end.") << '\n';
    QGuiApplication::exit(AppCommandLine::demoFailed);
}

} // namespace Greenroom

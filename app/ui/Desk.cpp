// SPDX-License-Identifier: MIT
#include "ui/Desk.h"

#include "localstage/DemoCast.h"
#include "localstage/LocalStage.h"
#include "stages/SavedStages.h"
#include "transcript/LineText.h"
#include "ui/AddressBar.h"
#include "ui/ConversationPage.h"
#include "ui/MainWindow.h"

#include <QGuiApplication>
#include <QScreen>

namespace Greenroom {

Desk::Desk(Services services, QObject *parent) : QObject(parent), m_services(std::move(services))
{
    connect(&m_services.localStage, &LocalStage::started, this, &Desk::beginDemo);
    connect(&m_services.localStage, &LocalStage::failed, this, &Desk::noteStageFailure);
}

Desk::~Desk()
{
    // The windows use what the desk was given, so none may outlive it.
    for (const QPointer<MainWindow> &window : std::as_const(m_windows))
        delete window;
}

MainWindow &Desk::openWindow()
{
    auto *window = new MainWindow(m_services);
    connect(window, &MainWindow::newWindowRequested, this, [this] { openWindow(); });
    connect(window, &MainWindow::demoRequested, this, &Desk::playDemo);
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    window->show();
    return *window;
}

MainWindow &Desk::openFirstWindow(const QString &address)
{
    MainWindow &window = openWindow();
    if (!address.isEmpty()) {
        window.currentPage().addressBar().setText(address);
        window.currentPage().addressBar().trigger();
    } else {
        takeUp(window);
    }
    return window;
}

/// As it was left: the stage that was used last in sight, the others behind it.
void Desk::takeUp(MainWindow &window) const
{
    const QUrl last = m_services.savedStages.last().value_or(SavedStage()).address;
    const QList<SavedStage> stages = m_services.savedStages.all();
    for (const SavedStage &stage : stages) {
        const bool isLast = stage.address == last;
        const bool connects = stage.connectAtStart && !stage.lacksSecret;
        if (isLast && connects)
            window.currentPage().connectAtStart(stage.address);
        else if (isLast)
            window.currentPage().prepare(stage.address);
        else if (connects)
            window.connectOutOfSight(stage.address);
    }
}

void Desk::playDemo()
{
    m_cast.reset();
    m_demoLeft = &openWindow();
    m_demoRight = &openWindow();
    placeSideBySide();
    m_services.localStage.start();
}

void Desk::bringForward()
{
    MainWindow *last = m_windows.isEmpty() ? nullptr : m_windows.constLast().data();
    for (const QPointer<MainWindow> &window : std::as_const(m_windows)) {
        if (window)
            window->bringForward();
        if (window && window->isActiveWindow())
            last = window;
    }
    if (last != nullptr)
        last->bringForward();
}

void Desk::placeSideBySide()
{
    const QRect screen = m_demoLeft->screen()->availableGeometry();
    constexpr int inset = 24;
    const QSize half(screen.width() / 2 - inset - inset / 2, screen.height() - 2 * inset);
    m_demoLeft->setGeometry(QRect(screen.topLeft() + QPoint(inset, inset), half));
    m_demoRight->setGeometry(QRect(QPoint(screen.center().x() + inset / 2, screen.top() + inset), half));
}

void Desk::beginDemo(const QUrl &address)
{
    if (!m_demoLeft || !m_demoRight || m_cast)
        return;
    Conversation &left = m_demoLeft->currentPage().conversation();
    Conversation &right = m_demoRight->currentPage().conversation();
    m_cast = std::make_unique<DemoCast>(left.session(), right.session(), m_services.clock);
    connect(m_cast.get(), &DemoCast::finished, this, &Desk::demoFinished);
    connect(m_cast.get(), &DemoCast::stalled, this, &Desk::demoStalled);
    connect(&left.transcript(), &QAbstractItemModel::rowsInserted, m_cast.get(),
            [this](const QModelIndex &, int first, int last) { tellDemoLines(first, last); });
    // One after the other, so that the first sees the second join.
    connect(&left.session(), &ChatSession::stateChanged, m_cast.get(),
            [this, address](ChatSession::State state) {
                const bool isFirst = !m_demoRight.isNull() && m_demoRight->currentPage().isUnused();
                if (state == ChatSession::State::Connected && isFirst)
                    m_demoRight->currentPage().connectTo(address);
            });
    m_demoLeft->currentPage().connectTo(address);
    m_cast->play();
}

void Desk::noteStageFailure(const QString &message)
{
    if (!m_demoLeft || m_cast)
        return;
    m_demoLeft->currentPage().addressBar().showProblem(message);
    Q_EMIT demoStalled();
}

void Desk::tellDemoLines(int first, int last)
{
    const TranscriptModel &transcript = m_demoLeft->currentPage().conversation().transcript();
    for (int row = first; row <= last; ++row)
        Q_EMIT demoLine(LineText::withTimeAndName(transcript, row));
}

} // namespace Greenroom

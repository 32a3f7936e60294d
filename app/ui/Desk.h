// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <memory>

namespace Greenroom {

class DemoCast;
class MainWindow;

/// The application's windows, and the demo that is played in two of them.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// Takes copies of the references; what they lead to must outlive the desk.
    explicit Desk(Services services, QObject *parent = nullptr);
    ~Desk() override;
    Q_DISABLE_COPY_MOVE(Desk)

    /// Opens a window, which deletes itself when it is closed.
    MainWindow &openWindow();

    /// Opens a window as at the start: `address` is filled in and connected to, and nothing else. If it is
    /// empty, the stage that was used last is in sight, and each that is to connect at the start does, in a
    /// session of its own; none does whose secrets can't be had.
    MainWindow &openFirstWindow(const QString &address);

public Q_SLOTS:
    /// Starts the local stage and plays a short conversation between two new windows, side by side.
    void playDemo();
    /// All windows come to the front, the one that was there last before the others.
    void bringForward();

Q_SIGNALS:
    /// One line has been said in the demo, as its first window shows it.
    void demoLine(const QString &line);
    void demoFinished();
    void demoStalled();

private:
    void takeUp(MainWindow &window) const;
    void placeSideBySide();
    void beginDemo(const QUrl &address);
    void noteStageFailure(const QString &message);
    void tellDemoLines(int first, int last);

    Services m_services;
    QList<QPointer<MainWindow>> m_windows;
    QPointer<MainWindow> m_demoLeft;
    QPointer<MainWindow> m_demoRight;
    std::unique_ptr<DemoCast> m_cast;
};

} // namespace Greenroom

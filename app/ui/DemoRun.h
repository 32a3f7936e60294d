// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Desk.h"

#include <QObject>

namespace Greenroom {

/// The demo as the command line plays it: the conversation is printed as it comes, and where a picture was
/// asked for, it is taken after the last line and the program ends.
class DemoRun : public QObject
{
    Q_OBJECT

public:
    /// Borrows `desk`; an empty `screenshot` asks for no picture.
    DemoRun(Desk &desk, QString screenshot, QObject *parent = nullptr);

    void start();

private:
    void print(const QString &line);
    void takePicture();
    void fail();

    Desk &m_desk;
    QString m_screenshot;
};

} // namespace Greenroom

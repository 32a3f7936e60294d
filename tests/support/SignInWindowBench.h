// SPDX-License-Identifier: MIT
#pragma once

#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/HintLine.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace Greenroom::Test {

/// A window in which somebody signs in to a stage, at an Auth API in the test.
struct SignInWindowBench
{
    QUrl stage{QStringLiteral("wss://example.com/dev")};
    FakeClock clock;
    FakeTransports transports;
    AuthServer server;
    UiServices ui{transports.factory(), &clock};
    MainWindow window{ui.services()};

    SignInWindowBench() { window.show(); }

    SignIn &signIn() { return ui.services().signIns.of(stage); }
    QDialog *dialog() const { return window.findChild<QDialog *>(QStringLiteral("signInDialog")); }
    QDialog &openDialog()
    {
        find<QLineEdit>(window, "address").setText(stage.toString());
        window.findChild<QAction *>(QStringLiteral("openSignIn"))->trigger();
        return *dialog();
    }
    void fill(const QUrl &url) const
    {
        find<QLineEdit>(*dialog(), "authUrl").setText(url.toString());
        find<QLineEdit>(*dialog(), "userId").setText(QStringLiteral("ann"));
        find<QLineEdit>(*dialog(), "password").setText(QStringLiteral("planted"));
    }
    void submit() const { QTest::mouseClick(&find<QPushButton>(*dialog(), "submitSignIn"), Qt::LeftButton); }
    /// Opens the dialog and submits what signs in, with the password remembered.
    void signInForGood()
    {
        server.grant(token());
        openDialog();
        fill(server.url());
        find<QCheckBox>(*dialog(), "rememberPassword").setChecked(true);
        submit();
    }
    /// What the dialog says is wrong.
    QString hint() const { return find<HintLine>(*dialog(), "signInHint").text(); }
    /// For `ann`, for an hour.
    QByteArray token() const
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(clock.wallTime());
        const qint64 seconds = now.time_since_epoch().count();
        return AuthServer::token(seconds, seconds + 3600);
    }
};

} // namespace Greenroom::Test

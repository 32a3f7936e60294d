// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/Secrets.h"
#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "stages/ConnectRequests.h"
#include "stages/SavedStages.h"
#include "support/AuthServer.h"
#include "support/FakeClock.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace Greenroom::Test {

/// Signing in to one stage at an Auth API in the test, on a clock that is turned by hand.
struct SignInBench
{
    QTemporaryDir directory;
    FakeClock clock;
    AuthServer server;
    QSettings settings{directory.filePath(QStringLiteral("greenroom.ini")), QSettings::IniFormat};
    SavedStages savedStages{settings};
    Secrets secrets{nullptr};
    ConnectRequests requests;
    std::unique_ptr<SignIns> signIns;
    QUrl stage{QStringLiteral("wss://example.com/dev")};

    SignInBench() { restart(); }

    /// As the next start of the program does it; what Secrets hold is still there.
    void restart()
    {
        requests = {};
        signIns = std::make_unique<SignIns>(clock, savedStages, secrets, requests);
    }
    SignIn &signIn() const { return signIns->of(stage); }
    qint64 now() const
    {
        return std::chrono::floor<std::chrono::seconds>(clock.wallTime()).time_since_epoch().count();
    }
    /// For `ann`, from now on.
    QByteArray token(std::chrono::seconds life) const
    {
        return AuthServer::token(now(), now() + life.count());
    }

    enum class Password { Forgotten, Remembered };

    SignInForm form(Password password = Password::Forgotten) const
    {
        SignInForm form;
        form.choice.authUrl = server.url();
        form.choice.userId = QStringLiteral("ann");
        form.choice.remembersPassword = password == Password::Remembered;
        form.password = QStringLiteral("planted");
        return form;
    }
    /// Signs in and waits for the outcome; false if it came to nothing.
    bool run(const SignInForm &form) const
    {
        QSignalSpy succeeded(&signIn(), &SignIn::succeeded);
        QSignalSpy failed(&signIn(), &SignIn::failed);
        signIn().signIn(form);
        for (int wait = 0; wait < 100 && succeeded.isEmpty() && failed.isEmpty(); ++wait)
            succeeded.wait(50);
        return !succeeded.isEmpty();
    }
    /// What an attempt to connect would take.
    ConnectRequest request() const { return requests.requestFor(stage); }
    bool sendsToken(const QByteArray &token) const
    {
        return request().address.toEncoded().endsWith("?Authorization=Bearer%20" + token);
    }
    bool sendsNothing() const { return request().address == stage && request().headers.isEmpty(); }
};

} // namespace Greenroom::Test

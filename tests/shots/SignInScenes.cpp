// SPDX-License-Identifier: MIT
#include "shots/SignInScenes.h"

#include "shots/Scene.h"
#include "signin/SignIn.h"
#include "signin/SignIns.h"
#include "support/AuthServer.h"
#include "ui/ConversationPage.h"
#include "ui/PageSignIn.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace Greenroom::Shots {

using namespace std::chrono_literals;

namespace {

SignIn &signIn(Scene &scene)
{
    return scene.services().signIns.of(QUrl(usualStage()));
}

void takeToken(Scene &scene, std::chrono::seconds life)
{
    const qint64 now = std::chrono::floor<std::chrono::seconds>(scene.services().clock.wallTime())
                           .time_since_epoch()
                           .count();
    const QByteArray token = Test::AuthServer::token(now, now + life.count());
    if (!signIn(scene).useToken(QString::fromLatin1(token), SignInChoice::TokenPlace::QueryItem))
        qFatal("the token was not taken");
}

/// The window to sign in, filled in.
QDialog &openWindow(Scene &scene, const QString &url)
{
    scene.connectTo(usualStage());
    scene.window().currentPage().signIn().open();
    auto &window = Test::find<QDialog>(scene.window(), "signInDialog");
    Test::find<QLineEdit>(window, "authUrl").setText(url);
    Test::find<QLineEdit>(window, "authUrl").setCursorPosition(0);
    Test::find<QLineEdit>(window, "userId").setText(QStringLiteral("ann"));
    Test::find<QLineEdit>(window, "password").setText(QStringLiteral("twelve words"));
    return window;
}

QString authUrl()
{
    return QStringLiteral("https://k3v9x2.execute-api.us-east-1.amazonaws.com/dev/auth");
}

QPixmap pictureOf(QDialog &window)
{
    // A hint makes the window higher, which takes a few turns.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    return window.grab();
}

} // namespace

QPixmap signInWindow()
{
    Scene scene(usual);
    return pictureOf(openWindow(scene, authUrl()));
}

QPixmap signInWithToken()
{
    Scene scene(usual);
    QDialog &window = openWindow(scene, authUrl());
    Test::find<QTabWidget>(window, "waysToSignIn").setCurrentIndex(1);
    return pictureOf(window);
}

QPixmap signInFailed()
{
    Scene scene(usual);
    QDialog &window = openWindow(scene, authUrl());
    Q_EMIT signIn(scene).failed(QStringLiteral(
        "User ID or password were not accepted (401: “Unknown user or wrong password.”); check "
        "both, and the Auth API URL."));
    return pictureOf(window);
}

QPixmap signInExposed()
{
    Scene scene(usual);
    QDialog &window = openWindow(scene, QStringLiteral("http://chat.example.com/dev/auth"));
    Test::find<QPushButton>(window, "submitSignIn").click();
    return pictureOf(window);
}

QPixmap signedIn(QSize size, std::chrono::seconds life)
{
    Scene scene(size);
    takeToken(scene, 1h);
    scene.connectTo(usualStage());
    scene.wait(1h - life - 6min);
    scene.playConversation();
    scene.wait(80s);
    return scene.picture();
}

QPixmap signInRefused()
{
    Scene scene(usual);
    scene.beginToConnect(usualStage());
    scene.refuse(401);
    return scene.picture();
}

QPixmap signInEnded()
{
    Scene scene(usual);
    takeToken(scene, 1h);
    scene.wait(2h);
    scene.beginToConnect(usualStage());
    return scene.picture();
}

QPixmap claims()
{
    Scene scene(usual);
    takeToken(scene, 1h);
    scene.connectTo(usualStage());
    Test::find<QPushButton>(scene.window(), "showClaims").click();
    return pictureOf(Test::find<QDialog>(scene.window(), "claimsDialog"));
}

} // namespace Greenroom::Shots

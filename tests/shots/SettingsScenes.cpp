// SPDX-License-Identifier: MIT
#include "shots/SettingsScenes.h"

#include "shots/Scene.h"
#include "stages/OptionSecrets.h"
#include "support/SampleCertificate.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

namespace Greenroom::Shots {

namespace {

constexpr QSize narrow{360, 480};
constexpr int handshake = 1;

StageOptions options()
{
    StageOptions options;
    options.headers = {{"X-Tenant", "blue"}, {"Authorization", {}}};
    options.queryItems = {{QStringLiteral("room"), QStringLiteral("lobby & hall")},
                          {QStringLiteral("pin"), {}, true}};
    options.subprotocols = {QStringLiteral("v2.chat.example"), QStringLiteral("v1.chat.example")};
    options.dialect = DialectChoice::Direct;
    options.tls.trust = TlsChoice::Trust::OneCertificate;
    options.tls.fingerprint = QByteArray::fromHex(Test::fingerprint().toLatin1());
    options.proxy = {ProxyChoice::Kind::Manual, QStringLiteral("proxy.example.com"), 3128};
    return options;
}

QDialog &open(Scene &scene)
{
    scene.connectTo(usualStage());
    Services &services = scene.services();
    services.savedStages.rename(QUrl(usualStage()), QStringLiteral("Orders"));
    services.savedStages.setOptions(QUrl(usualStage()), options());
    const OptionSecrets secrets{{{QStringLiteral("authorization"), QStringLiteral("x")}},
                                {{QStringLiteral("pin"), QStringLiteral("x")}}};
    services.secrets.keep(QUrl(usualStage()), Secrets::Kind::Headers, secrets.toJson());
    scene.window().editStage();
    return Test::find<QDialog>(scene.window(), "stageDialog");
}

QPixmap pictureOf(QDialog &dialog)
{
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    return dialog.grab();
}

QTabWidget &tabs(QDialog &dialog)
{
    return Test::find<QTabWidget>(dialog, "stageTabs");
}

void failFor(Scene &scene, const QString &address)
{
    scene.beginToConnect(address);
    scene.fail(
        {0,
         QStringLiteral("The certificate of the stage is not trusted: it is signed by itself and by no "
                        "authority that this system knows."),
         TransportFailure::Cause::Certificate, Test::certificate()});
}

} // namespace

QPixmap stageSettings(int tab)
{
    Scene scene(usual);
    QDialog &dialog = open(scene);
    tabs(dialog).setCurrentIndex(tab);
    return pictureOf(dialog);
}

QPixmap narrowStageSettings(int tab)
{
    Scene scene(usual);
    QDialog &dialog = open(scene);
    dialog.resize(narrow);
    tabs(dialog).setCurrentIndex(tab);
    return pictureOf(dialog);
}

QPixmap mistakenStageSettings()
{
    Scene scene(usual);
    QDialog &dialog = open(scene);
    tabs(dialog).setCurrentIndex(handshake);
    pictureOf(dialog);
    QTest::mouseClick(&Test::find<QToolButton>(dialog, "headersAdd"), Qt::LeftButton);
    QAbstractItemModel &model = *Test::find<QAbstractItemView>(dialog, "headers").model();
    model.setData(model.index(2, 0), QStringLiteral("Sec-WebSocket-Key"));
    QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    return pictureOf(dialog);
}

QPixmap untrusted()
{
    Scene scene(usual);
    failFor(scene, QStringLiteral("wss://chat.example.com/dev"));
    return scene.picture();
}

QPixmap certificateDialog()
{
    Scene scene(usual);
    failFor(scene, QStringLiteral("wss://chat.example.com/dev"));
    QTest::mouseClick(
        &Test::find<QPushButton>(Test::find<QWidget>(scene.window(), "certificateBar"), "answer0"),
        Qt::LeftButton);
    return pictureOf(Test::find<QDialog>(scene.window(), "certificateDialog"));
}

QPixmap localCertificateDialog()
{
    Scene scene(usual);
    LocalStage &localStage = scene.services().localStage;
    localStage.setEncrypted(true);
    localStage.start();
    if (!QTest::qWaitFor([&localStage] { return !localStage.address().isEmpty(); }))
        qFatal("the local stage did not start");
    scene.window().findChild<QAction *>(QStringLiteral("showLocalCertificate"))->trigger();
    return pictureOf(Test::find<QDialog>(scene.window(), "localCertificateDialog"));
}

} // namespace Greenroom::Shots

// SPDX-License-Identifier: MIT
#include "ui/LocalStageMenu.h"

#include "localstage/LocalStage.h"
#include "ui/LocalCertificateDialog.h"
#include "ui/MainWindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace Greenroom::LocalStageMenu {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LocalStageMenu)
};

void addEncrypt(MainWindow &window, QMenu &menu, LocalStage &localStage)
{
    QAction *encrypt = menu.addAction(Tr::tr("Encr&ypt the local stage (wss)"));
    encrypt->setObjectName(QStringLiteral("encryptLocalStage"));
    encrypt->setCheckable(true);
    encrypt->setChecked(localStage.isEncrypted());
    // Another window may have changed it.
    QObject::connect(&menu, &QMenu::aboutToShow, encrypt,
                     [encrypt, &localStage] { encrypt->setChecked(localStage.isEncrypted()); });
    QObject::connect(encrypt, &QAction::triggered, &window, &MainWindow::setLocalStageEncrypted);
}

void addCertificate(MainWindow &window, QMenu &menu, LocalStage &localStage)
{
    QAction *certificate =
        menu.addAction(Tr::tr("Certi&ficate of the local stage…"), &window, [&window, &localStage] {
            auto *dialog = new LocalCertificateDialog(localStage, &window);
            dialog->open();
        });
    certificate->setObjectName(QStringLiteral("showLocalCertificate"));
    const auto refresh = [certificate, &localStage] {
        certificate->setEnabled(!localStage.fingerprint().isEmpty());
    };
    QObject::connect(&localStage, &LocalStage::started, certificate, refresh);
    QObject::connect(&localStage, &LocalStage::failed, certificate, refresh);
    refresh();
}

} // namespace

void fill(MainWindow &window, QMenu &menu, const Services &services)
{
    addEncrypt(window, menu, services.localStage);
    addCertificate(window, menu, services.localStage);
}

} // namespace Greenroom::LocalStageMenu

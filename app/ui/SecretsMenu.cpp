// SPDX-License-Identifier: MIT
#include "ui/SecretsMenu.h"

#include "secrets/Secrets.h"
#include "ui/MainWindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

namespace Greenroom::SecretsMenu {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SecretsMenu)
};

void addUseKeychain(QMenu &menu, Secrets &secrets)
{
    QAction *use = menu.addAction(Tr::tr("&Keep secrets in the keychain"));
    use->setObjectName(QStringLiteral("keepSecretsInKeychain"));
    use->setCheckable(true);
    use->setEnabled(secrets.hasStore());
    QObject::connect(&menu, &QMenu::aboutToShow, use,
                     [use, &secrets] { use->setChecked(secrets.usesStore()); });
    QObject::connect(use, &QAction::triggered, &secrets, &Secrets::setUsesStore);
}

void askToForgetAll(MainWindow &window, Secrets &secrets)
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, Tr::tr("Forget all secrets"),
                        Tr::tr("Forget the secrets of all stages?"), QMessageBox::Cancel, &window);
    question->setObjectName(QStringLiteral("askForgetAllSecrets"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        Tr::tr("Tokens, passwords, and the secret parts of addresses and headers are erased from memory and "
               "from the keychain. What is connected stays so until it ends. This can't be undone."));
    QPushButton *forgetting = question->addButton(Tr::tr("&Forget"), QMessageBox::DestructiveRole);
    forgetting->setObjectName(QStringLiteral("forget"));
    question->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(forgetting, &QPushButton::clicked, &secrets, &Secrets::forgetAll);
    question->open();
}

} // namespace

void fill(MainWindow &window, const Services &services)
{
    auto *menu = window.menuBar()->findChild<QMenu *>(QStringLiteral("sessionMenu"));
    if (menu == nullptr)
        return;
    Secrets &secrets = services.secrets;
    menu->addSeparator();
    addUseKeychain(*menu, secrets);
    QAction *forget = menu->addAction(Tr::tr("&Forget all secrets…"), &window,
                                      [&window, &secrets] { askToForgetAll(window, secrets); });
    forget->setObjectName(QStringLiteral("forgetAllSecrets"));
}

} // namespace Greenroom::SecretsMenu

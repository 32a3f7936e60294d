// SPDX-License-Identifier: MIT
#include "ui/SecretsBar.h"

#include "secrets/Secrets.h"

namespace Greenroom {

SecretsBar::SecretsBar(Secrets &secrets, QWidget *parent) : AskBar(parent), m_secrets(secrets)
{
    setObjectName(QStringLiteral("secretsBar"));
    connect(&secrets, &Secrets::troubleChanged, this, &SecretsBar::showTrouble);
    connect(this, &AskBar::answered, this, &SecretsBar::take);
    showTrouble();
}

void SecretsBar::showTrouble()
{
    const QString trouble = m_secrets.trouble();
    if (trouble.isEmpty())
        withdraw();
    else
        ask(trouble, {tr("Try again"), tr("Do not ask again")});
}

void SecretsBar::take(int answer)
{
    if (answer == 0)
        m_secrets.tryAgain();
    else
        m_secrets.setUsesStore(false);
}

} // namespace Greenroom

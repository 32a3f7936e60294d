// SPDX-License-Identifier: MIT
#include "ui/StageDialog.h"

#include "common/Redaction.h"
#include "secrets/Secrets.h"
#include "stages/OptionSecrets.h"
#include "stages/SavedStages.h"
#include "ui/HintLine.h"
#include "ui/StageGeneralTab.h"
#include "ui/StageHandshakeTab.h"
#include "ui/StageNetworkTab.h"
#include "ui/StageSecurityTab.h"
#include "ui/Words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr QSize usual{560, 620};

StageSecurityTab::Use useFor(const QUrl &stage)
{
    return stage.scheme() == QLatin1String("ws") ? StageSecurityTab::Use::NotEncrypted
                                                 : StageSecurityTab::Use::Encrypted;
}

} // namespace

StageDialog::StageDialog(Services &services, const QUrl &stage, Session session, QWidget *parent)
    : QDialog(parent),
      m_services(services),
      m_address(stage),
      m_tabs(new QTabWidget(this)),
      m_general(new StageGeneralTab(services.savedStages.groups())),
      m_handshake(new StageHandshakeTab),
      m_security(new StageSecurityTab(useFor(stage))),
      m_network(new StageNetworkTab),
      m_problem(new HintLine(this))
{
    build(session);
    const SavedStage known = services.savedStages.find(stage).value_or(SavedStage{stage});
    m_general->show(known);
    m_security->show(known.options.tls);
    m_network->show(known.options.proxy);
    // The secrets may have to be fetched first; nobody may type into a table that is about to change.
    m_handshake->setEnabled(false);
    services.secrets.load(Redaction::withoutSecrets(stage), this, [this, known] {
        const OptionSecrets secrets = secretsNow();
        m_handshake->show(known.options, secrets);
        m_handshake->setEnabled(true);
        m_security->showPassphrase(secrets.keyPassphrase);
        m_network->showLogin(secrets.loginFor(known.options.proxy));
    });
}

void StageDialog::accept()
{
    SavedStage stage = m_services.savedStages.find(m_address).value_or(SavedStage{m_address});
    OptionSecrets secrets = secretsNow();
    if (!take(stage, secrets))
        return;
    // First, so that no connection finds names without values.
    keep(secrets);
    if (m_services.savedStages.put({stage}))
        QDialog::accept();
    else
        m_problem->showError(tr("The settings could not be written to this computer's disk. They hold until "
                                "Greenroom ends; make room or check who may write, then press OK again."));
}

void StageDialog::build(Session session)
{
    const QUrl clean = Redaction::withoutSecrets(m_address);
    setObjectName(QStringLiteral("stageDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings of %1", "%1 is a stage's title").arg(Words::stageTitle(clean)));
    m_tabs->setObjectName(QStringLiteral("stageTabs"));
    addTab(*m_general, tr("General"));
    addTab(*m_handshake, tr("Handshake"));
    addTab(*m_security, tr("Security"));
    addTab(*m_network, tr("Network"));
    m_problem->setObjectName(QStringLiteral("stageProblem"));
    auto *note =
        new QLabel(tr("Connected now: changes take effect with the next connection, the heartbeat's at "
                      "once."),
                   this);
    note->setObjectName(QStringLiteral("stageNote"));
    note->setWordWrap(true);
    note->setVisible(session == Session::Connected);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &StageDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &StageDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(note);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(usual);
}

/// Each scrolls where there is no room for it.
void StageDialog::addTab(QWidget &tab, const QString &title)
{
    auto *area = new QScrollArea(m_tabs);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(&tab);
    m_tabs->addTab(area, title);
}

/// The first tab with a mistake comes into sight.
bool StageDialog::take(SavedStage &stage, OptionSecrets &secrets)
{
    const auto shows = [this](int tab, bool isRight) {
        if (!isRight)
            m_tabs->setCurrentIndex(tab);
        return isRight;
    };
    // Before its secrets have come there is nothing in its tables.
    const bool hasHandshake = m_handshake->isEnabled();
    return shows(0, m_general->take(stage))
           && (!hasHandshake || shows(1, m_handshake->take(stage.options, secrets)))
           && shows(2, m_security->take(stage.options.tls, secrets.keyPassphrase))
           && shows(3, takeNetwork(stage, secrets));
}

bool StageDialog::takeNetwork(SavedStage &stage, OptionSecrets &secrets)
{
    ProxyLogin login = secrets.loginFor(stage.options.proxy);
    if (!m_network->take(stage.options.proxy, login))
        return false;
    if (m_handshake->isEnabled())
        secrets.setLogin(stage.options.proxy, login);
    return true;
}

OptionSecrets StageDialog::secretsNow() const
{
    return OptionSecrets::fromJson(m_services.secrets.of(m_address, Secrets::Kind::Headers));
}

void StageDialog::keep(const OptionSecrets &secrets)
{
    const QString json = secrets.toJson();
    if (json == secretsNow().toJson())
        return;
    if (json.isEmpty())
        m_services.secrets.forget(m_address, Secrets::Kind::Headers);
    else
        m_services.secrets.keep(m_address, Secrets::Kind::Headers, json);
}

} // namespace Greenroom

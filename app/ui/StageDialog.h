// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

#include <QDialog>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QTabWidget;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;
class StageGeneralTab;
class StageHandshakeTab;
class StageNetworkTab;
class StageSecurityTab;
struct OptionSecrets;
struct SavedStage;

/// What the user can set for one stage. Nothing changes before it is accepted, and it is accepted only if
/// nothing is wrong; else it shows where.
class StageDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Session { Connected, NotConnected };

    /// Borrows `services`; keeps `stage`, which may have secrets in it, if it was not kept yet. Deletes
    /// itself when it is closed.
    StageDialog(Services &services, const QUrl &stage, Session session, QWidget *parent = nullptr);

public Q_SLOTS:
    void accept() override;

private:
    void build(Session session);
    void addTab(QWidget &tab, const QString &title);
    bool take(SavedStage &stage, OptionSecrets &secrets);
    bool takeNetwork(SavedStage &stage, OptionSecrets &secrets);
    OptionSecrets secretsNow() const;
    void keep(const OptionSecrets &secrets);

    Services &m_services;
    QUrl m_address;
    QTabWidget *m_tabs;
    StageGeneralTab *m_general;
    StageHandshakeTab *m_handshake;
    StageSecurityTab *m_security;
    StageNetworkTab *m_network;
    HintLine *m_problem;
};

} // namespace Greenroom

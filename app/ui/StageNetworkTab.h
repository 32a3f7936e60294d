// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QRadioButton;
class QSpinBox;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// The way to a stage: through which proxy, if any.
class StageNetworkTab : public QWidget
{
    Q_OBJECT

public:
    explicit StageNetworkTab(QWidget *parent = nullptr);

    void show(const ProxyChoice &choice);
    /// Writes what is set here into `choice`; if something is wrong, says so and returns false.
    bool take(ProxyChoice &choice);

private:
    void build();
    void updateFields();

    QRadioButton *m_system;
    QRadioButton *m_none;
    QRadioButton *m_manual;
    QLineEdit *m_host;
    QSpinBox *m_port;
    HintLine *m_hint;
};

} // namespace Greenroom

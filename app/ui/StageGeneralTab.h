// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "stages/SavedStage.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// A stage's name and place, what is sent to it, and its heartbeat.
class StageGeneralTab : public QWidget
{
    Q_OBJECT

public:
    /// `groups` are offered beside new ones.
    explicit StageGeneralTab(const QStringList &groups, QWidget *parent = nullptr);

    void show(const SavedStage &stage);
    /// Writes what is set here into `stage`; if something is wrong, says so and returns false.
    bool take(SavedStage &stage);

private:
    void build(const QStringList &groups);
    void fillDialects();
    void buildHeartbeat(QFormLayout &form);
    bool takeHeartbeat(HeartbeatChoice &heartbeat);
    void showMistake(QLineEdit &field, const Result<void> &checked);
    void updateExamples();

    QLineEdit *m_name;
    QComboBox *m_group;
    QCheckBox *m_connects;
    QComboBox *m_dialect;
    QLabel *m_frame;
    QSpinBox *m_interval;
    QCheckBox *m_sendsMessage;
    QLineEdit *m_route;
    QLineEdit *m_text;
    HintLine *m_hint;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/StageGeneralTab.h"

#include "stages/OptionRules.h"
#include "ui/Colours.h"
#include "ui/HintLine.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace Greenroom {

namespace {

/// What goes to the stage when somebody says Hello; wire names are not translated.
QString exampleOf(DialectChoice dialect)
{
    switch (dialect) {
    case DialectChoice::Direct:
        return QStringLiteral(R"({"action":"sendMessage","message":"Hello","recipient_id":"…"})");
    case DialectChoice::Broadcast:
        return QStringLiteral(R"({"action":"sendMessage","data":"Hello"})");
    case DialectChoice::Raw:
        return QStringLiteral("Hello");
    default:
        return QStringLiteral(R"({"action":"sendmessage","message":"Hello"})");
    }
}

} // namespace

StageGeneralTab::StageGeneralTab(const QStringList &groups, QWidget *parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_group(new QComboBox(this)),
      m_connects(new QCheckBox(tr("&Connect when Greenroom starts"), this)),
      m_dialect(new QComboBox(this)),
      m_frame(new QLabel(this)),
      m_interval(new QSpinBox(this)),
      m_sendsMessage(new QCheckBox(tr("Send the &heartbeat's message too"), this)),
      m_route(new QLineEdit(this)),
      m_text(new QLineEdit(this)),
      m_hint(new HintLine(this))
{
    build(groups);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &StageGeneralTab::updateExamples);
    connect(m_sendsMessage, &QCheckBox::toggled, m_route, &QWidget::setEnabled);
    connect(m_sendsMessage, &QCheckBox::toggled, m_text, &QWidget::setEnabled);
    connect(m_route, &QLineEdit::textChanged, m_hint, &HintLine::clear);
    connect(m_text, &QLineEdit::textChanged, m_hint, &HintLine::clear);
}

void StageGeneralTab::show(const SavedStage &stage)
{
    m_name->setText(stage.name);
    m_group->setCurrentText(stage.group);
    m_connects->setChecked(stage.connectAtStart);
    m_dialect->setCurrentIndex(m_dialect->findData(static_cast<int>(stage.options.dialect)));
    m_interval->setValue(static_cast<int>(stage.options.heartbeat.interval.count()));
    m_sendsMessage->setChecked(stage.options.heartbeat.sendsMessage);
    m_route->setText(stage.options.heartbeat.route);
    m_route->setEnabled(stage.options.heartbeat.sendsMessage);
    m_text->setText(stage.options.heartbeat.text);
    m_text->setEnabled(stage.options.heartbeat.sendsMessage);
    updateExamples();
}

bool StageGeneralTab::take(SavedStage &stage)
{
    HeartbeatChoice heartbeat;
    if (!takeHeartbeat(heartbeat))
        return false;
    stage.name = m_name->text();
    stage.group = m_group->currentText();
    stage.connectAtStart = m_connects->isChecked();
    stage.options.dialect = static_cast<DialectChoice>(m_dialect->currentData().toInt());
    stage.options.heartbeat = heartbeat;
    return true;
}

bool StageGeneralTab::takeHeartbeat(HeartbeatChoice &heartbeat)
{
    heartbeat = {m_sendsMessage->isChecked(), std::chrono::seconds(m_interval->value()),
                 m_route->text().trimmed(), m_text->text().trimmed()};
    const Result<void> route = OptionRules::checkRoute(heartbeat.route);
    const Result<void> text = OptionRules::checkHeartbeatText(heartbeat.text);
    if (heartbeat.sendsMessage && !(route && text)) {
        showMistake(route ? *m_text : *m_route, route ? text : route);
        return false;
    }
    // What is not sent does not matter, but must be there when it is turned on again.
    if (!route)
        heartbeat.route = HeartbeatChoice().route;
    if (!text || heartbeat.text.isEmpty())
        heartbeat.text = HeartbeatChoice().text;
    return true;
}

void StageGeneralTab::showMistake(QLineEdit &field, const Result<void> &checked)
{
    m_hint->showError(checked.error().message);
    field.setFocus(Qt::OtherFocusReason);
}

void StageGeneralTab::build(const QStringList &groups)
{
    m_name->setObjectName(QStringLiteral("stageName"));
    m_name->setPlaceholderText(tr("The address serves as its name"));
    m_group->setObjectName(QStringLiteral("stageGroup"));
    m_group->setEditable(true);
    m_group->addItem(QString());
    m_group->addItems(groups);
    m_group->lineEdit()->setPlaceholderText(tr("None"));
    m_connects->setObjectName(QStringLiteral("stageConnects"));
    m_frame->setObjectName(QStringLiteral("stageFrame"));
    m_frame->setTextFormat(Qt::PlainText);
    m_frame->setWordWrap(true);
    Colours::setInk(*m_frame, Colours::secondaryText(palette(), palette().color(QPalette::Window)));
    fillDialects();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Group:"), m_group);
    form->addRow(m_connects);
    form->addRow(tr("&Messages:"), m_dialect);
    form->addRow(QString(), m_frame);
    buildHeartbeat(*form);
}

void StageGeneralTab::fillDialects()
{
    const auto add = [this](const QString &text, DialectChoice choice) {
        m_dialect->addItem(text, static_cast<int>(choice));
    };
    m_dialect->setObjectName(QStringLiteral("stageDialect"));
    // Long words must not make the window wide.
    m_dialect->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(tr("As the stage understands (automatic)"), DialectChoice::Automatic);
    add(tr("History chat"), DialectChoice::History);
    add(tr("Direct messages"), DialectChoice::Direct);
    add(tr("Broadcasts"), DialectChoice::Broadcast);
    add(tr("The text as it stands"), DialectChoice::Raw);
}

void StageGeneralTab::buildHeartbeat(QFormLayout &form)
{
    m_interval->setObjectName(QStringLiteral("heartbeatInterval"));
    m_interval->setRange(static_cast<int>(OptionRules::shortestInterval.count()),
                         static_cast<int>(OptionRules::longestInterval.count()));
    m_interval->setSuffix(tr(" s", "seconds, behind a number"));
    m_sendsMessage->setObjectName(QStringLiteral("heartbeatMessage"));
    m_sendsMessage->setToolTip(tr("Off for backends that do not know the message; pings of the WebSocket "
                                  "protocol are sent all the same."));
    m_route->setObjectName(QStringLiteral("heartbeatRoute"));
    m_route->setAccessibleName(tr("Route of the heartbeat's message"));
    m_text->setObjectName(QStringLiteral("heartbeatText"));
    m_text->setAccessibleName(tr("Text of the heartbeat's message"));
    m_text->setPlaceholderText(HeartbeatChoice().text);
    m_hint->setObjectName(QStringLiteral("generalHint"));
    form.addRow(tr("Heartbeat &every:"), m_interval);
    form.addRow(QString(), m_sendsMessage);
    form.addRow(tr("&Route of the message:"), m_route);
    form.addRow(tr("Te&xt of the message:"), m_text);
    form.addRow(m_hint);
}

void StageGeneralTab::updateExamples()
{
    const auto dialect = static_cast<DialectChoice>(m_dialect->currentData().toInt());
    QString example = exampleOf(dialect);
    // A narrow window breaks it between its members; nobody can copy it from here.
    example.replace(u',', QStringLiteral(",\u200b"));
    m_frame->setText(
        dialect == DialectChoice::Direct
            ? tr("To one person: %1 To everybody as in the history chat.", "%1 is a frame").arg(example)
            : example);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/StageList.h"

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Words.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Greenroom {

StageList::StageList(QWidget *parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_add(new QToolButton(this)),
      m_local(new QToolButton(this))
{
    build();
    applyIcons();
    connect(m_list, &QListWidget::currentRowChanged, this, &StageList::currentChanged);
    connect(m_add, &QToolButton::clicked, this, &StageList::newSessionRequested);
    connect(m_local, &QToolButton::clicked, this, &StageList::localStageRequested);
}

int StageList::current() const
{
    return m_list->currentRow();
}

void StageList::append(const Entry &entry)
{
    m_entries.append(entry);
    m_list->addItem(QString());
    show(static_cast<int>(m_entries.size()) - 1);
}

void StageList::update(int row, const Entry &entry)
{
    m_entries[row] = entry;
    show(row);
}

void StageList::remove(int row)
{
    m_entries.removeAt(row);
    delete m_list->takeItem(row);
}

void StageList::setCurrent(int row)
{
    m_list->setCurrentRow(row);
}

void StageList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcons();
}

void StageList::build()
{
    auto *title = new QLabel(tr("Stages"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_list->setObjectName(QStringLiteral("stages"));
    m_list->setAccessibleName(tr("Stages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(QStringLiteral("newSession"));
    m_add->setText(tr("New session"));
    m_add->setToolTip(tr("Open another session, to this or another stage"));
    m_local->setObjectName(QStringLiteral("localStage"));
    m_local->setText(tr("Start local stage"));
    m_local->setToolTip(tr("Start the whole backend on this machine and connect to it"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    for (QToolButton *button : {m_add, m_local}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button);
    }
}

void StageList::show(int row)
{
    const Entry &entry = m_entries.at(row);
    const QString words =
        entry.unread > 0
            ? tr("%1 · %n unread", "%1 is the session's state", entry.unread).arg(Words::state(entry.state))
            : Words::state(entry.state);
    QListWidgetItem *item = m_list->item(row);
    item->setText(entry.title + QLatin1Char('\n') + words);
    const QColor colour = Colours::state(entry.state, palette().color(QPalette::Window));
    item->setIcon(Icons::symbolic(Words::stateIcon(entry.state), colour));
    QFont font = m_list->font();
    font.setBold(entry.unread > 0);
    item->setFont(font);
}

void StageList::applyIcons()
{
    const QColor colour = palette().color(QPalette::WindowText);
    m_add->setIcon(Icons::symbolic(QStringLiteral("add"), colour));
    m_local->setIcon(Icons::symbolic(QStringLiteral("stage"), colour));
    for (int row = 0; row < m_entries.size(); ++row)
        show(row);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/StageList.h"

#include "ui/Icons.h"
#include "ui/StageDelegate.h"
#include "ui/Words.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QTextDocument>
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
    m_list->setItemDelegate(new StageDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setSpacing(2);
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
    const QString words = entry.person.isEmpty()
                              ? Words::state(entry.state)
                              : tr("%1 as %2", "%1 is the session's state, %2 our own name in it")
                                    .arg(Words::state(entry.state), entry.person);
    const QString spoken =
        entry.unread > 0 ? tr("%1 · %n unread", "%1 is the session's state", entry.unread).arg(words) : words;
    QListWidgetItem *item = m_list->item(row);
    item->setText(entry.title);
    item->setData(StageDelegate::WordsRole, words);
    item->setData(StageDelegate::StateRole, static_cast<int>(entry.state));
    item->setData(StageDelegate::UnreadRole, entry.unread);
    item->setData(Qt::AccessibleTextRole,
                  tr("%1: %2", "%1 is a stage's title, %2 its state").arg(entry.title, spoken));
    item->setToolTip(entry.address.isEmpty() ? QString() : Qt::convertFromPlainText(entry.address));
}

void StageList::applyIcons()
{
    const QColor colour = palette().color(QPalette::WindowText);
    m_add->setIcon(Icons::symbolic(QStringLiteral("add"), colour));
    m_local->setIcon(Icons::symbolic(QStringLiteral("stage"), colour));
}

} // namespace Greenroom

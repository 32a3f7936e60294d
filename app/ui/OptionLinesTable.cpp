// SPDX-License-Identifier: MIT
#include "ui/OptionLinesTable.h"

#include "ui/HintLine.h"
#include "ui/Icons.h"
#include "ui/SecretDelegate.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace Greenroom {

namespace {

constexpr int tableHeight = 100;

} // namespace

OptionLinesTable::OptionLinesTable(OptionLinesModel::Form form, const QString &title, const char *name,
                                   QWidget *parent)
    : QWidget(parent),
      m_model(new OptionLinesModel(form, this)),
      m_view(new QTableView(this)),
      m_add(new QToolButton(this)),
      m_remove(new QToolButton(this)),
      m_hint(new HintLine(this))
{
    build(title, QLatin1String(name));
    applyIcons();
    connect(m_add, &QToolButton::clicked, this, &OptionLinesTable::add);
    connect(m_remove, &QToolButton::clicked, this, &OptionLinesTable::remove);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &OptionLinesTable::clearMistake);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &OptionLinesTable::clearMistake);
}

OptionLinesModel &OptionLinesTable::model()
{
    return *m_model;
}

void OptionLinesTable::showMistake(qsizetype place, const QString &sentence)
{
    m_view->setCurrentIndex(m_model->index(m_model->rowOf(place), OptionLinesModel::NameColumn));
    m_view->setFocus(Qt::OtherFocusReason);
    m_hint->showError(sentence);
}

void OptionLinesTable::clearMistake()
{
    m_hint->clear();
}

bool OptionLinesTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Insert)
        add();
    else if (key == Qt::Key_Delete)
        remove();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void OptionLinesTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcons();
}

void OptionLinesTable::build(const QString &title, const QString &name)
{
    auto *label = new QLabel(title, this);
    label->setBuddy(m_view);
    label->setWordWrap(true);
    m_view->setObjectName(name);
    m_view->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SecretDelegate(*m_model, m_view));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    // Tab leads on to the next widget; the arrow keys go from cell to cell.
    m_view->setTabKeyNavigation(false);
    m_view->setMinimumHeight(tableHeight);
    // What is over is shared by the tables, whatever a table would like to have.
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    if (m_model->columnCount() > OptionLinesModel::SecretColumn)
        m_view->horizontalHeader()->setSectionResizeMode(OptionLinesModel::SecretColumn,
                                                         QHeaderView::ResizeToContents);
    m_view->installEventFilter(this);
    m_add->setObjectName(name + QStringLiteral("Add"));
    m_add->setText(tr("Add a line"));
    m_add->setToolTip(tr("Add a line (Insert)"));
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    m_remove->setText(tr("Remove the line"));
    m_remove->setToolTip(tr("Remove the line (Delete)"));
    m_hint->setObjectName(name + QStringLiteral("Hint"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(4);
    layout->addWidget(label, 0, 0);
    layout->addWidget(m_add, 0, 1);
    layout->addWidget(m_remove, 0, 2);
    layout->addWidget(m_view, 1, 0, 1, 3);
    layout->addWidget(m_hint, 2, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    setTabOrder(m_view, m_add);
    setTabOrder(m_add, m_remove);
}

void OptionLinesTable::add()
{
    const QModelIndex name = m_model->add();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(name);
    m_view->edit(name);
}

void OptionLinesTable::remove()
{
    m_model->removeRow(m_view->currentIndex().row());
    m_view->setFocus(Qt::OtherFocusReason);
}

void OptionLinesTable::applyIcons()
{
    const QColor colour = palette().color(QPalette::ButtonText);
    m_add->setIcon(Icons::symbolic(QStringLiteral("add"), colour));
    m_remove->setIcon(Icons::symbolic(QStringLiteral("remove"), colour));
}

} // namespace Greenroom

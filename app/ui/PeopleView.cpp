// SPDX-License-Identifier: MIT
#include "ui/PeopleView.h"

#include "ui/Colours.h"
#include "ui/Icons.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QTextDocument>
#include <QToolTip>

namespace Greenroom {

namespace {

class PersonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QColor background = option->palette.color(QPalette::Window);
        const QColor colour = Colours::person(index.data(PeopleModel::IdRole).toString(), background);
        option->icon = Icons::symbolic(QStringLiteral("person"), colour);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->palette.setColor(QPalette::Text, colour);
        if (index.data(PeopleModel::OwnRole).toBool())
            option->text = PeopleView::tr("%1 (you)", "%1 is a name").arg(option->text);
    }
};

} // namespace

PeopleView::PeopleView(PeopleModel &people, QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("people"));
    setAccessibleName(tr("People"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setSpacing(2);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegate(new PersonDelegate(this));
    setModel(&people);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &person) {
        Q_EMIT chosen(person.data(PeopleModel::IdRole).toString());
    });
}

bool PeopleView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString id = indexAt(help->pos()).data(PeopleModel::IdRole).toString();
    // Converted, since a tooltip takes text that looks like markup for markup.
    QToolTip::showText(help->globalPos(), id.isEmpty() ? QString() : Qt::convertFromPlainText(id), this);
    return true;
}

void PeopleView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex person = byKey ? currentIndex() : indexAt(event->pos());
    if (!person.isValid())
        return;
    const QString id = person.data(PeopleModel::IdRole).toString();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = person.data().toString().replace(QLatin1Char('&'), QStringLiteral("&&"));
    menu->addAction(tr("&Write to %1 alone", "%1 is a name").arg(name), this,
                    [this, id] { Q_EMIT chosen(id); })
        ->setObjectName(QStringLiteral("writeTo"));
    menu->addAction(tr("Copy &id"), this, [id] { QGuiApplication::clipboard()->setText(id); })
        ->setObjectName(QStringLiteral("copyId"));
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(person).center()) : event->globalPos());
}

} // namespace Greenroom

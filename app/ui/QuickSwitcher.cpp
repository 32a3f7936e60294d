// SPDX-License-Identifier: MIT
#include "ui/QuickSwitcher.h"

#include "ui/Colours.h"
#include "ui/StageDelegate.h"
#include "ui/SwitcherModel.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr int padding = 8;
constexpr int gap = 16;
constexpr int fieldHeight = 32;
constexpr int widest = 480;
/// Of the window's height.
constexpr int topShare = 8;
constexpr int mostRows = 7;
constexpr int corner = 8;
constexpr double borderShare = 0.35;

} // namespace

QuickSwitcher::QuickSwitcher(const Clock &clock, QWidget &window)
    : QWidget(&window),
      m_model(new SwitcherModel(clock, this)),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(new QLabel(tr("No stage has this in its name, group or address."), this))
{
    build();
    hide();
    m_field->installEventFilter(this);
    window.installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &QuickSwitcher::filter);
    connect(m_list, &QListView::clicked, this, &QuickSwitcher::take);
}

void QuickSwitcher::open(const QList<StageEntry> &entries)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setEntries(entries);
    m_field->clear();
    filter({});
    raise();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

bool QuickSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return false;
    if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    const bool isOurs = watched == m_field;
    if (isOurs && event->type() == QEvent::FocusOut)
        hide();
    return isOurs && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key());
}

void QuickSwitcher::paintEvent(QPaintEvent * /*event*/)
{
    const QColor ground = palette().color(QPalette::Window);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Colours::blend(ground, palette().color(QPalette::WindowText), borderShare));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

void QuickSwitcher::build()
{
    setObjectName(QStringLiteral("switcher"));
    setAccessibleName(tr("Go to a stage"));
    m_field->setObjectName(QStringLiteral("switcherField"));
    m_field->setAccessibleName(tr("Go to a stage"));
    m_field->setPlaceholderText(tr("A part of a name, a group or an address"));
    m_field->setMinimumHeight(fieldHeight);
    m_list->setObjectName(QStringLiteral("switcherList"));
    m_list->setAccessibleName(tr("Stages that fit"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new StageDelegate(m_list));
    m_list->setModel(m_model);
    m_nothing->setObjectName(QStringLiteral("switcherNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(padding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(padding);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
}

void QuickSwitcher::place()
{
    const QSize room = parentWidget()->size();
    const int rows = std::min(m_model->rowCount(), mostRows);
    int listHeight = 2 * m_list->spacing();
    for (int row = 0; row < rows; ++row)
        listHeight += m_list->sizeHintForRow(row) + 2 * m_list->spacing();
    m_nothing->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    const int top = room.height() / topShare;
    const int width = std::min(widest, room.width() - 2 * gap);
    const int wanted = m_field->sizeHint().height() + fieldHeight / 2 + 3 * padding
                       + (rows > 0 ? listHeight : m_nothing->heightForWidth(width - 2 * padding));
    setGeometry((room.width() - width) / 2, top, width, std::min(wanted, room.height() - top - gap));
}

void QuickSwitcher::filter(const QString &typed)
{
    m_model->filter(typed);
    place();
    if (m_model->rowCount() > 0)
        select(0);
}

bool QuickSwitcher::takeKey(int key)
{
    const int count = m_model->rowCount();
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (count > 0)
            select((m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : count - 1)) % count);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void QuickSwitcher::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    // The keyboard stays in the field, and yet one wants to hear where one is.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void QuickSwitcher::take(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const StageEntry entry = m_model->entry(index);
    close();
    Q_EMIT chosen(entry);
}

void QuickSwitcher::close()
{
    const QPointer<QWidget> before = std::exchange(m_before, nullptr);
    hide();
    if (before)
        before->setFocus(Qt::PopupFocusReason);
}

} // namespace Greenroom

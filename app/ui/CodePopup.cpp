// SPDX-License-Identifier: MIT
#include "ui/CodePopup.h"

#include "compose/ShortCodes.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

namespace Greenroom {

namespace {

constexpr int mostRows = 6;
constexpr int gap = 8;
constexpr int padding = 4;
constexpr int rowSpacing = 2;
constexpr int emojiRole = Qt::UserRole;

} // namespace

CodePopup::CodePopup(QPlainTextEdit &field) : QListWidget(&field), m_field(field)
{
    setObjectName(QStringLiteral("codes"));
    setAccessibleName(tr("Emoji"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpacing(rowSpacing);
    hide();
    field.installEventFilter(this);
    connect(&field, &QPlainTextEdit::textChanged, this, &CodePopup::offer);
    connect(this, &QListWidget::itemClicked, this, &CodePopup::take);
    // It may have become the window's child by then.
    connect(&field, &QObject::destroyed, this, &QObject::deleteLater);
}

bool CodePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        hide();
    const bool isKey = watched == &m_field && event->type() == QEvent::KeyPress;
    if (isKey && isVisible() && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QListWidget::eventFilter(watched, event);
}

void CodePopup::offer()
{
    const QTextCursor cursor = m_field.textCursor();
    const QString line = cursor.block().text();
    const ShortCodes &codes = ShortCodes::common();
    // What was undone must not be done again at once.
    const bool isUndone = m_field.document()->isRedoAvailable();
    const auto done = codes.completedBefore(line, cursor.positionInBlock());
    if (done && !isUndone) {
        replaceCode(cursor.positionInBlock() - done->at, codes.emoji(done->letters));
        return;
    }
    const auto begun = ShortCodes::begunBefore(line, cursor.positionInBlock());
    m_isDismissed = m_isDismissed && begun.has_value();
    clear();
    if (begun && begun->letters.size() >= ShortCodes::fewestLetters && !m_isDismissed)
        fill(begun->letters);
    if (count() > 0)
        place();
    else
        hide();
}

void CodePopup::fill(const QString &letters)
{
    const QStringList codes = ShortCodes::common().matching(letters);
    for (const QString &code : codes) {
        const QString emoji = ShortCodes::common().emoji(code);
        auto *item = new QListWidgetItem(QStringLiteral("%1  :%2:").arg(emoji, code), this);
        item->setData(emojiRole, emoji);
    }
    setCurrentRow(0);
}

/// Above the field, inside of the window: a window of its own would take the focus on some platforms.
void CodePopup::place()
{
    QWidget *window = m_field.window();
    setParent(window);
    const int rows = std::min(count(), mostRows);
    const int height = rows * (sizeHintForRow(0) + 2 * spacing()) + 2 * frameWidth();
    const int width = sizeHintForColumn(0) + verticalScrollBar()->sizeHint().width() + 2 * padding;
    const QPoint cursor = m_field.viewport()->mapTo(window, m_field.cursorRect().topLeft());
    const int left = std::clamp(cursor.x(), gap, std::max(gap, window->width() - width - gap));
    setGeometry(left, cursor.y() - height - gap, width, height);
    raise();
    show();
}

bool CodePopup::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key == Qt::Key_Down ? 1 : count() - 1;
        setCurrentRow((currentRow() + step) % count());
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(currentItem());
        return true;
    case Qt::Key_Escape:
        m_isDismissed = true;
        hide();
        return true;
    default:
        return false;
    }
}

void CodePopup::take(const QListWidgetItem *item)
{
    const QTextCursor cursor = m_field.textCursor();
    const auto begun = ShortCodes::begunBefore(cursor.block().text(), cursor.positionInBlock());
    const QString emoji = item->data(emojiRole).toString();
    hide();
    if (begun)
        replaceCode(cursor.positionInBlock() - begun->at, emoji + QLatin1Char(' '));
}

void CodePopup::replaceCode(qsizetype length, const QString &emoji)
{
    QTextCursor cursor = m_field.textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, static_cast<int>(length));
    // One step for undo, which brings the letters back.
    cursor.insertText(emoji);
}

} // namespace Greenroom

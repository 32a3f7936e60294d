// SPDX-License-Identifier: MIT
#include "ui/MessageField.h"

#include "compose/SendKey.h"
#include "session/ChatSession.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>
#include <algorithm>

namespace Greenroom {

namespace {

/// What is much longer than any stage takes is no message, and would make the field slow.
constexpr qsizetype longestPaste = 10 * ChatSession::largestMessage;

bool holdsFiles(const QMimeData &source)
{
    const QList<QUrl> urls = source.urls();
    return std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); });
}

} // namespace

MessageField::MessageField(const SendKey &sendKey, QWidget *parent)
    : QPlainTextEdit(parent), m_sendKey(sendKey)
{
}

bool MessageField::isComposing() const
{
    return !textCursor().block().layout()->preeditAreaText().isEmpty();
}

void MessageField::keyPressEvent(QKeyEvent *event)
{
    if (sends(*event))
        Q_EMIT sendRequested();
    else if (event->key() == Qt::Key_Up && document()->isEmpty() && !isComposing())
        Q_EMIT recallRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool MessageField::canInsertFromMimeData(const QMimeData *source) const
{
    // What is refused has to come in to be refused in words.
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void MessageField::insertFromMimeData(const QMimeData *source)
{
    if (holdsFiles(*source))
        Q_EMIT refused(tr("Files can't be sent: a stage takes text alone. Put the file where others can "
                          "reach it and send them the link."));
    else if (source->hasImage() && !source->hasText())
        Q_EMIT refused(tr("Images can't be sent: a stage takes text alone. Put the image where others can "
                          "reach it and send them the link."));
    else if (source->text().size() > longestPaste)
        Q_EMIT refused(tr("What you pasted is far too long: a stage accepts %1 bytes.")
                           .arg(QLocale().toString(ChatSession::largestMessage)));
    else
        QPlainTextEdit::insertFromMimeData(source);
}

bool MessageField::sends(const QKeyEvent &event) const
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!isEnter || isComposing())
        return false;
    const bool isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    return isShifted == (m_sendKey.way() == SendKey::Way::EnterBreaks);
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Greenroom {

class Archive;
class TranscriptPane;

/// How far one has read in a conversation: counts the lines of others that came while nobody looked, and
/// leads back to the first of them.
class PageReading : public QObject
{
    Q_OBJECT

public:
    /// Borrows `pane` and `archive`; `page`'s child.
    PageReading(QWidget &page, TranscriptPane &pane, Archive &archive);

    /// Lines that came from others since markRead().
    int unread() const { return m_unread; }
    void markRead();
    /// Another conversation is shown from now on, read as far as it was when it was kept.
    void takeUp();
    /// One goes on where one left off.
    void showUnread();
    /// Whoever writes has read.
    void noteOwnLine();

Q_SIGNALS:
    /// What came was read.
    void read();

private:
    bool isLookedAt() const;
    void noteRows(int first, int last);

    QWidget &m_page;
    TranscriptPane &m_pane;
    Archive &m_archive;
    int m_unread = 0;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptSearch.h"
#include "ui/TranscriptCursor.h"
#include "ui/TranscriptLayout.h"

#include <QAbstractScrollArea>

namespace Greenroom {

class NewLinesPill;
class TranscriptKeys;

/// The lines of a conversation: it follows the end while the end is in sight and stays put while one reads
/// above. Text can be selected over lines by mouse and keyboard and copied. Only what is in sight is laid
/// out.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    using Where = TranscriptLayout::Where;

    /// Borrows `transcript`.
    explicit TranscriptView(TranscriptModel &transcript, QWidget *parent = nullptr);
    ~TranscriptView() override;
    Q_DISABLE_COPY_MOVE(TranscriptView)

    TranscriptModel &transcript() { return m_transcript; }
    /// Where the row is in the viewport; exact for rows in sight.
    QRect rowRect(int row);
    /// The row at a point of the viewport, -1 where there is none.
    int rowAt(QPoint point);
    /// The place in the text that is nearest to a point of the viewport.
    TextPlace placeAt(QPoint point);
    std::optional<Link> linkAt(QPoint point);
    const TranscriptRow &laidOut(int row);
    /// What is selected, and where the keyboard is.
    TranscriptCursor &textCursor() { return m_cursor; }
    /// Lines of others that came below what is in sight.
    int newLines() const;
    bool followsEnd() const { return m_layout.followsEnd(); }
    /// Rows that are kept laid out, for those who care about memory.
    int rowsAtHand() const { return m_layout.rowsAtHand(); }

    void showRow(int row, Where where = Where::Nearest);
    /// Goes back from the end to the first unread line, if that is out of sight.
    void showUnread();
    /// Scrolls until the character at `place` can be seen.
    void showPlace(TextPlace place);
    void scrollBy(int pixels);
    /// From now on a line above this row says that what follows is new; -1 for none.
    void setUnreadRow(int row);
    int unreadRow() const { return m_layout.unreadRow(); }
    /// Marks `wanted` wherever it stands, and `current` more strongly; nothing if `wanted` is empty.
    void markHits(const QString &wanted, const std::optional<TranscriptSearch::Hit> &current);
    /// The size of the text in percent of the widget's font.
    void setZoom(int percent);

public Q_SLOTS:
    /// Shows the last line, and from now on those that come after it.
    void scrollToEnd();
    /// Lays the lines out anew, since something that all of them show has changed.
    void refresh();

Q_SIGNALS:
    /// A link was clicked or chosen.
    void linkActivated(const QUrl &url);
    /// The line in `row`, which failed, is to be sent again.
    void retryRequested(int row);
    /// The line in `row`, failed or waiting, is to be written anew.
    void editRequested(int row);
    /// What is selected is to be exported.
    void exportRequested(const Greenroom::TranscriptSelection &selection);
    /// So many steps larger, or smaller if negative.
    void zoomRequested(int steps);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    void watchModel();
    void announceCurrentRow(int row);
    void noteInserted(int first, int last);
    void noteRemoved(int first, int last);
    void noteChanged(int first, int last);
    void noteReset();
    void adoptLook();
    void arrangeLater();
    void arrange();
    void settle();
    TranscriptRow::Emphasis emphasisOf(int row, const TranscriptRow &laidOut) const;

    TranscriptModel &m_transcript;
    TranscriptLayout m_layout;
    TranscriptCursor m_cursor;
    TranscriptKeys *m_keys;
    NewLinesPill *m_pill;
    QString m_wanted;
    std::optional<TranscriptSearch::Hit> m_currentHit;
    int m_zoom = 100;
    bool m_isDirty = false;
    bool m_isArranging = false;
};

} // namespace Greenroom

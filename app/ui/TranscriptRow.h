// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/LinkFinder.h"
#include "transcript/TranscriptModel.h"
#include "ui/RowBanners.h"
#include "ui/RowText.h"

#include <QRect>
#include <optional>

namespace Greenroom {

/// One line of a transcript, laid out for a width: how high it is, how it is drawn, and what of its text is
/// where. Chat lines are bubbles, our own at the far side; notices stand in the middle; errors in a frame.
/// Text is always plain. All points and rectangles count from the row's top left corner.
class TranscriptRow
{
public:
    /// What of the row stands out.
    struct Emphasis
    {
        TextSpan selected;
        QList<TextSpan> hits;
        TextSpan currentHit;
        bool focused = false;
    };

    /// `unreadRow` is the first unread row, -1 if there is none.
    TranscriptRow(const TranscriptModel &transcript, int row, const TranscriptLook &look, int unreadRow = -1);

    int height() const;
    /// The characters of the text that can be selected: LineText::shown().
    int textLength() const;
    const RowText &text() const;
    /// The place in the text nearest to `point`.
    int positionAt(QPoint point) const;
    bool isOverText(QPoint point) const;
    std::optional<Link> linkAt(QPoint point) const;
    /// Where the character at `position` stands.
    QRect placeOf(int position) const;

    /// Draws what of the row is inside `clip`, with its top left corner at `origin`.
    void paint(QPainter &painter, QPoint origin, const QRect &clip, const Emphasis &emphasis) const;

private:
    enum class Form { Bubble, Notice, Error };

    static Form formOf(Message::Kind kind);
    QString header() const;
    void layOutBubble();
    void layOutNotice();
    void layOutError();
    QSizeF layOutText(const QString &text, int available, Qt::Alignment alignment);
    QColor fill() const;
    QColor bodyColour() const;
    QList<RowText::Mark> marks(const Emphasis &emphasis) const;
    void paintFrame(QPainter &painter) const;
    void paintHeader(QPainter &painter) const;
    void paintErrorIcon(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;

    /// Copies, so that a row does not depend on where the model keeps its lines.
    Message m_message;
    TranscriptLook m_look;
    bool m_own;
    QString m_writer;
    bool m_highlighted;
    RowPlace m_place;
    RowBanners m_banners;
    Form m_form;
    QList<Link> m_links;
    RowText m_body;
    int m_shownLength = 0;
    QRect m_avatar;
    QRect m_frame;
    QRect m_header;
    QPoint m_bodyAt;
    int m_height = 0;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptModel.h"

#include <QFont>
#include <QPalette>
#include <QRect>
#include <QTextLayout>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Greenroom {

/// What all rows of a transcript are drawn with.
struct TranscriptLook
{
    QFont font;
    QPalette palette;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    /// Pixels from edge to edge.
    int width = 0;
};

/// One line of a transcript, laid out for a width: how high it is and how it is drawn. Chat lines are
/// bubbles, our own at the far side; notices stand in the middle; errors in a frame. Text is always plain.
class TranscriptRow
{
public:
    enum class Emphasis { None, Selected };

    /// Lines of one person that follow one another within this time stand together under one name.
    static constexpr std::chrono::minutes groupSpan{5};

    TranscriptRow(const TranscriptModel &transcript, int row, const TranscriptLook &look);

    int height() const;
    /// Draws the row with its top left corner at `origin`.
    void paint(QPainter &painter, QPoint origin, Emphasis emphasis) const;

private:
    enum class Form { Bubble, Notice, Error };

    static Form formOf(Message::Kind kind);
    bool continuesGroup(const TranscriptModel &transcript, int row) const;
    QString header() const;
    void layOutBubble();
    void layOutNotice();
    void layOutError();
    QSizeF layOutBody(int available, Qt::Alignment alignment);
    QColor fill() const;
    QColor bodyColour() const;
    void paintAvatar(QPainter &painter) const;
    void paintHeader(QPainter &painter) const;
    void paintErrorIcon(QPainter &painter) const;

    const Message &m_message;
    TranscriptLook m_look;
    bool m_own;
    bool m_grouped;
    Form m_form;
    QFont m_headerFont;
    QTextLayout m_body;
    QRect m_avatar;
    QRect m_frame;
    QRect m_header;
    QPoint m_bodyAt;
    int m_height = 0;
};

} // namespace Greenroom

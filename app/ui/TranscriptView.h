// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/TranscriptModel.h"

#include <QListView>
#include <functional>

namespace Greenroom {

/// The lines of a conversation: it follows the end while the end is in sight and stays put while one reads
/// above. Rows can be selected and copied.
class TranscriptView : public QListView
{
    Q_OBJECT

public:
    /// Borrows `transcript`.
    explicit TranscriptView(TranscriptModel &transcript, QWidget *parent = nullptr);

public Q_SLOTS:
    /// Puts the selected lines on the clipboard, a line each with time and name.
    void copySelection();
    /// As copySelection(), but what was written alone.
    void copyText();
    /// Shows the last line, and from now on those that come after it.
    void scrollToEnd();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void putOnClipboard(const std::function<QString(int)> &lineOf);
    void noteWhetherAtEnd(int position);
    void followEnd();

    TranscriptModel &m_transcript;
    bool m_atEnd = true;
};

} // namespace Greenroom

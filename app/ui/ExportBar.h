// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportFormat.h"
#include "export/ExportRange.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace Greenroom {

class Clock;
class Conversation;
class ExportJob;
class HintLine;

/// Exports a conversation: asks for the file, then shows how far it has come, with a way to cancel, and what
/// came of it. Takes no room while there is nothing to tell; all else goes on.
class ExportBar : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    ExportBar(Conversation &conversation, Clock &clock, QWidget *parent = nullptr);

    bool isExporting() const;

    /// Writes the lines in `range` to the file at `path` as the end of its name asks for, else as
    /// `otherwise`.
    void write(const QString &path, const ExportRange &range, ExportFormat otherwise = ExportFormat::Text);

public Q_SLOTS:
    /// Asks where to, for all that is there now.
    void exportAll();
    /// Asks where to, for what is selected now.
    void exportSelection(const Greenroom::TranscriptSelection &selection);

private:
    void build();
    ExportJob *makeJob(const ExportRange &range);
    void ask(const QString &title, const ExportRange &range);
    void start(ExportJob &job, const QString &path, ExportFormat otherwise);
    QString suggestedName() const;
    void showProgress(int done, int total);
    void showEnd(int lines);
    void showFailure(const QString &reason);
    void showWords(const QString &words);
    void endJob();
    void cancelOrClose();

    Conversation &m_conversation;
    Clock &m_clock;
    QLabel *m_words;
    HintLine *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_button;
    ExportJob *m_job = nullptr;
};

} // namespace Greenroom

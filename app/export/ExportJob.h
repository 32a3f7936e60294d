// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Result.h"
#include "export/ExportRange.h"
#include "export/ExportRow.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>
#include <QSaveFile>

namespace Greenroom {

class ExportWriter;
class TranscriptModel;

/// Writes lines of a transcript to a file, a piece at a turn of the event loop. The file is there whole or
/// not at all: until the end, and after a failure or cancel(), what stood there before still does. It knows
/// its lines from its making on, whatever comes and goes before it starts.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// The longest that a turn takes, but for a line that takes longer by itself.
    static constexpr std::chrono::milliseconds longestTurn{4};
    static constexpr int mostRowsInATurn = 500;

    /// Borrows `clock` and `transcript`, which may go before the job ends.
    ExportJob(Clock &clock, TranscriptModel &transcript, ExportRange range, QObject *parent = nullptr);
    ~ExportJob() override;
    Q_DISABLE_COPY_MOVE(ExportJob)

    QString path() const;
    /// How many lines there are to write.
    int total() const;

    /// Begins to write to the file at `path`; one of finished() and failed() follows, if not cancel() before
    /// it, and never during this call.
    void start(const QString &path, std::unique_ptr<ExportWriter> writer, const ExportTitle &title);

public Q_SLOTS:
    /// Gives up, and leaves no trace.
    void cancel();

Q_SIGNALS:
    /// So many lines of so many are written.
    void progressed(int done, int total);
    void finished(int lines);
    /// `reason` is a sentence that names the file.
    void failed(const QString &reason);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void writeAPiece();
    void writeNext();
    void finish();
    void fail(const QString &why);
    void watchTranscript();

    Clock &m_clock;
    QPointer<TranscriptModel> m_transcript;
    ExportRange m_range;
    std::unique_ptr<ExportWriter> m_writer;
    QSaveFile m_file;
    QBasicTimer m_turns;
    bool m_isCleared = false;
};

} // namespace Greenroom

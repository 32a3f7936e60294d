// SPDX-License-Identifier: MIT
#include "export/ExportJob.h"

#include "export/ExportWriter.h"
#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QDir>
#include <QTimerEvent>

namespace Greenroom {

ExportJob::ExportJob(Clock &clock, TranscriptModel &transcript, ExportRange range, QObject *parent)
    : QObject(parent), m_clock(clock), m_transcript(&transcript), m_range(std::move(range))
{
    watchTranscript();
}

ExportJob::~ExportJob() = default;

QString ExportJob::path() const
{
    return m_file.fileName();
}

int ExportJob::total() const
{
    return m_range.total();
}

void ExportJob::start(const QString &path, std::unique_ptr<ExportWriter> writer, const ExportTitle &title)
{
    m_writer = std::move(writer);
    m_file.setFileName(path);
    // What fails here is told in the first turn, when somebody listens.
    if (m_file.open(QIODevice::WriteOnly))
        m_file.write(m_writer->header(title));
    m_turns.start(0, this);
}

void ExportJob::cancel()
{
    m_turns.stop();
    m_file.cancelWriting();
    m_file.commit();
}

void ExportJob::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turns.timerId())
        writeAPiece();
}

void ExportJob::writeAPiece()
{
    if (!m_file.isOpen() || m_file.error() != QFileDevice::NoError) {
        fail(m_file.errorString());
        return;
    }
    if (m_isCleared || m_transcript.isNull()) {
        fail(tr("The conversation was closed or erased meanwhile."));
        return;
    }
    const auto end = m_clock.steadyTime() + longestTurn;
    for (int rows = 0; rows < mostRowsInATurn && !m_range.isAtEnd(); ++rows) {
        writeNext();
        if (m_clock.steadyTime() >= end)
            break;
    }
    Q_EMIT progressed(m_range.done(), m_range.total());
    // Whoever heard that may have cancelled.
    if (m_range.isAtEnd() && m_turns.isActive())
        finish();
}

void ExportJob::writeNext()
{
    const int row = m_range.next();
    const auto length = static_cast<int>(LineText::shown(m_transcript->message(row)).size());
    const std::optional<TextSpan> part = m_range.partOfNext(length);
    // An end that touches a line without reaching into it takes nothing of it.
    const bool isTouched = part && part->length == 0 && length > 0;
    // Of a file that can take no more the next turn tells.
    if (!isTouched)
        m_file.write(m_writer->row(ExportRow::of(*m_transcript, row, part)));
    m_range.advance();
}

void ExportJob::finish()
{
    m_turns.stop();
    m_file.write(m_writer->footer());
    if (m_file.error() == QFileDevice::NoError && m_file.commit())
        Q_EMIT finished(m_range.done());
    else
        fail(m_file.errorString());
}

void ExportJob::fail(const QString &why)
{
    const QString file = QDir::toNativeSeparators(path());
    cancel();
    //: %1 is the path of a file, %2 says why, as the system does. What was there: at that path.
    Q_EMIT failed(tr("The conversation could not be exported to %1: %2 What was there before is untouched.")
                      .arg(file, why.endsWith(QLatin1Char('.')) ? why : why + QLatin1Char('.')));
}

void ExportJob::watchTranscript()
{
    using Model = QAbstractItemModel;
    const TranscriptModel *model = m_transcript;
    connect(model, &Model::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_range.noteInserted(first, last - first + 1);
    });
    connect(model, &Model::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_range.noteRemoved(first, last - first + 1);
    });
    connect(model, &Model::modelReset, this, [this] { m_isCleared = true; });
}

} // namespace Greenroom

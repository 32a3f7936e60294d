// SPDX-License-Identifier: MIT
#include "ui/ExportBar.h"

#include "common/Redaction.h"
#include "export/ExportJob.h"
#include "export/ExportWriter.h"
#include "transcript/Conversation.h"
#include "transcript/LineText.h"
#include "ui/HintLine.h"
#include "ui/Words.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

namespace Greenroom {

ExportBar::ExportBar(Conversation &conversation, Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_conversation(conversation),
      m_clock(clock),
      m_words(new QLabel(this)),
      m_problem(new HintLine(this)),
      m_progress(new QProgressBar(this)),
      m_button(new QPushButton(this))
{
    build();
    connect(m_button, &QPushButton::clicked, this, &ExportBar::cancelOrClose);
    hide();
}

bool ExportBar::isExporting() const
{
    return m_job != nullptr;
}

void ExportBar::write(const QString &path, const ExportRange &range, ExportFormat otherwise)
{
    start(*makeJob(range), path, otherwise);
}

void ExportBar::exportAll()
{
    ask(tr("Export the conversation"), ExportRange::all(m_conversation.transcript().rowCount()));
}

void ExportBar::exportSelection(const TranscriptSelection &selection)
{
    ask(tr("Export the selection"), ExportRange::of(selection));
}

ExportJob *ExportBar::makeJob(const ExportRange &range)
{
    return new ExportJob(m_clock, m_conversation.transcript(), range, this);
}

void ExportBar::start(ExportJob &job, const QString &path, ExportFormat otherwise)
{
    m_job = &job;
    connect(m_job, &ExportJob::progressed, this, &ExportBar::showProgress);
    connect(m_job, &ExportJob::finished, this, &ExportBar::showEnd);
    connect(m_job, &ExportJob::failed, this, &ExportBar::showFailure);
    const QUrl stage = Redaction::withoutSecrets(m_conversation.session().address());
    const ExportFormat format = ExportFormats::ofPath(path).value_or(otherwise);
    m_job->start(path, ExportFormats::makeWriter(format),
                 {Words::stageTitle(stage), stage, m_clock.wallTime()});
    m_problem->clear();
    m_progress->show();
    m_button->setText(tr("Cancel"));
    showProgress(0, m_job->total());
    show();
}

void ExportBar::build()
{
    setObjectName(QStringLiteral("exportBar"));
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    // A long path must not push the columns beside it away.
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_button->setObjectName(QStringLiteral("exportCancel"));
    m_button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_problem, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_button);
}

void ExportBar::ask(const QString &title, const ExportRange &range)
{
    // One file at a time; Cancel is the way to another.
    if (isExporting()) {
        m_button->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto *dialog = new QFileDialog(window(), title, QDir::home().filePath(suggestedName()));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    const auto formats = ExportFormats::all();
    for (const ExportFormat format : formats)
        filters << ExportFormats::filter(format);
    dialog->setNameFilters(filters);
    const auto chosen = [dialog, filters, formats] {
        return formats.value(filters.indexOf(dialog->selectedNameFilter()), ExportFormat::Text);
    };
    const auto adoptSuffix = [dialog, chosen] { dialog->setDefaultSuffix(ExportFormats::suffix(chosen())); };
    adoptSuffix();
    connect(dialog, &QFileDialog::filterSelected, dialog, adoptSuffix);
    // Made now, so that it holds on to its lines while the question stands.
    ExportJob *job = makeJob(range);
    job->setParent(dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this, job, chosen](const QString &path) {
        job->setParent(this);
        start(*job, path, chosen());
    });
    dialog->open();
}

QString ExportBar::suggestedName() const
{
    static const QRegularExpression odd(QStringLiteral("[^\\w.-]+"));
    QString stage = Words::stageTitle(Redaction::withoutSecrets(m_conversation.session().address()));
    stage.replace(odd, QStringLiteral("-"));
    const QString day = LineText::day(m_clock.wallTime()).toString(Qt::ISODate);
    return stage.isEmpty() ? QStringLiteral("conversation-%1").arg(day)
                           : QStringLiteral("%1-%2").arg(stage, day);
}

void ExportBar::showProgress(int done, int total)
{
    m_progress->setRange(0, std::max(total, 1));
    m_progress->setValue(done);
    const QLocale locale;
    showWords(tr("Exporting to %1: %2 of %3 messages.", "%1 is the name of a file, %2 and %3 are numbers")
                  .arg(QFileInfo(m_job->path()).fileName(), locale.toString(done), locale.toString(total)));
}

void ExportBar::showEnd(int lines)
{
    const QString path = QDir::toNativeSeparators(m_job->path());
    endJob();
    showWords(tr("%n message(s) exported to %1.", "%1 is the path of a file", lines).arg(path));
}

void ExportBar::showFailure(const QString &reason)
{
    endJob();
    m_words->hide();
    m_problem->showError(reason);
}

void ExportBar::showWords(const QString &words)
{
    m_words->setText(words);
    m_words->show();
}

void ExportBar::endJob()
{
    // It is in the middle of telling us.
    std::exchange(m_job, nullptr)->deleteLater();
    m_progress->hide();
    m_button->setText(tr("Close"));
}

void ExportBar::cancelOrClose()
{
    if (m_job != nullptr) {
        m_job->cancel();
        endJob();
    }
    hide();
}

} // namespace Greenroom

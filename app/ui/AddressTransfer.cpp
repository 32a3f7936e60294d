// SPDX-License-Identifier: MIT
#include "ui/AddressTransfer.h"

#include "stages/SavedStages.h"
#include "ui/Words.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <algorithm>

namespace Greenroom {

namespace {

/// More sentences than this would not fit on a screen.
constexpr qsizetype mostTold = 8;

/// Whoever can choose these can read what is sent.
bool isToBeLookedAt(const SavedStage &stage)
{
    return stage.options.tls.trust != TlsChoice::Trust::System
           || stage.options.proxy.kind == ProxyChoice::Kind::Manual;
}

/// Who chooses these is told the password that is typed.
bool signsInElsewhere(const SavedStage &stage, const SignInChoice &known)
{
    const SignInChoice &signIn = stage.options.signIn;
    return !signIn.authUrl.isEmpty() && (signIn.authUrl != known.authUrl || signIn.userId != known.userId);
}

QString shortened(const QStringList &sentences)
{
    QStringList told = sentences.mid(0, mostTold);
    if (told.size() < sentences.size())
        told.append(QStringLiteral("…"));
    return told.join(QLatin1Char('\n'));
}

} // namespace

AddressTransfer::AddressTransfer(SavedStages &stages, QWidget &window)
    : QObject(&window), m_stages(stages), m_window(window)
{
}

void AddressTransfer::askToExport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Export addresses"),
                                   QDir::home().filePath(QStringLiteral("greenroom-addresses.json")));
    dialog->setObjectName(QStringLiteral("exportAddresses"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Addresses (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &AddressTransfer::exportTo);
    dialog->open();
}

void AddressTransfer::askToImport()
{
    auto *dialog = new QFileDialog(&m_window, tr("Import addresses"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("importAddresses"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Addresses (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AddressTransfer::importFrom);
    dialog->open();
}

void AddressTransfer::exportTo(const QString &path)
{
    const QList<SavedStage> all = m_stages.all();
    if (const Result<void> written = AddressFile::write(path, all); !written)
        tell(written.error().message);
    else
        tell(tr("%n address(es) exported to %1, without secrets.", "%1 is the path of a file",
                static_cast<int>(all.size()))
                 .arg(QDir::toNativeSeparators(path)));
}

void AddressTransfer::importFrom(const QString &path)
{
    const auto known = [this](const QUrl &address) { return m_stages.find(address); };
    const Result<AddressFile::Contents> contents = AddressFile::read(path, known);
    if (!contents)
        tell(tr("Nothing was imported. %1", "%1 is a sentence").arg(contents.error().message));
    else
        merge(*contents);
}

void AddressTransfer::merge(const AddressFile::Contents &contents)
{
    int added = 0;
    int updated = 0;
    QStringList remarks;
    for (const SavedStage &stage : contents.stages) {
        const auto known = m_stages.find(stage.address);
        added += known ? 0 : 1;
        updated += known && *known != stage ? 1 : 0;
        if (isToBeLookedAt(stage) && (!known || *known != stage))
            remarks.append(
                tr("%1 comes with a proxy or with a certificate to be trusted; look at its settings "
                   "before you connect.",
                   "%1 is a stage's title")
                    .arg(Words::stageTitle(stage.address)));
        if (signsInElsewhere(stage, known ? known->options.signIn : SignInChoice()))
            remarks.append(tr("%1 comes with an Auth API or a user ID to sign in with; look at them before "
                              "you type your password.",
                              "%1 is a stage's title")
                               .arg(Words::stageTitle(stage.address)));
    }
    if (!m_stages.put(contents.stages))
        remarks.prepend(
            tr("They could not be written to this computer's disk, so they are gone when Greenroom "
               "ends."));
    const auto skipped = static_cast<int>(contents.skipped.size());
    const QStringList sentences{tr("%n address(es) added.", nullptr, added),
                                tr("%n address(es) updated.", nullptr, updated),
                                tr("%n entry(ies) skipped.", nullptr, skipped)};
    tell(sentences.join(QLatin1Char(' ')), shortened(contents.skipped + remarks));
}

void AddressTransfer::tell(const QString &sentence, const QString &details)
{
    auto *message =
        new QMessageBox(QMessageBox::Information, tr("Addresses"), sentence, QMessageBox::Ok, &m_window);
    message->setObjectName(QStringLiteral("addressesTold"));
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setTextFormat(Qt::PlainText);
    message->setInformativeText(details);
    message->open();
}

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#include "ui/ArchiveBar.h"

#include "archive/Archive.h"

#include <QDir>

namespace Greenroom {

ArchiveBar::ArchiveBar(Archive &archive, QWidget *parent) : AskBar(parent), m_archive(archive)
{
    setObjectName(QStringLiteral("archiveBar"));
    connect(&archive, &Archive::troubleChanged, this, &ArchiveBar::showTrouble);
    connect(this, &AskBar::answered, this, &ArchiveBar::beginAnew);
    showTrouble();
}

void ArchiveBar::showTrouble()
{
    const auto &trouble = m_archive.trouble();
    if (!trouble) {
        withdraw();
        return;
    }
    m_offersNewFile = trouble->kind == ArchiveTrouble::Kind::Damaged;
    ask(trouble->sentence,
        m_offersNewFile ? QStringList{tr("Set it aside and begin a new one")} : QStringList());
}

void ArchiveBar::beginAnew()
{
    if (!std::exchange(m_offersNewFile, false))
        return;
    const Result<QString> aside = m_archive.setAside();
    if (!aside)
        ask(aside.error().message, {tr("Close")});
    else if (!m_archive.trouble())
        ask(tr("A new file has been begun. The damaged one is now “%1”.")
                .arg(QDir::toNativeSeparators(*aside)),
            {tr("Close")});
}

} // namespace Greenroom

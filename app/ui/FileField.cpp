// SPDX-License-Identifier: MIT
#include "ui/FileField.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Greenroom {

FileField::FileField(const QString &title, const char *name, QWidget *parent)
    : QWidget(parent),
      m_field(new QLineEdit(this)),
      m_button(new QPushButton(tr("Choose…"), this)),
      m_title(title)
{
    const QString called = QLatin1String(name);
    m_field->setObjectName(called);
    m_field->setAccessibleName(title);
    m_button->setObjectName(called + QStringLiteral("Choose"));
    m_button->setAccessibleName(tr("Choose: %1", "%1 says what the file is").arg(title));
    m_button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &FileField::changed);
    connect(m_button, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::path() const
{
    return QDir::fromNativeSeparators(m_field->text().trimmed());
}

void FileField::setPath(const QString &path)
{
    m_field->setText(QDir::toNativeSeparators(path));
}

void FileField::choose()
{
    const QString from = path().isEmpty() ? QDir::homePath() : QFileInfo(path()).absolutePath();
    auto *dialog = new QFileDialog(window(), m_title, from);
    dialog->setObjectName(QStringLiteral("chooseFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PEM files (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

} // namespace Greenroom

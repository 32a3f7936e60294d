// SPDX-License-Identifier: MIT
#pragma once

#include "stages/AddressFile.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Greenroom {

class SavedStages;

/// Takes the saved stages to a file and from one, and says what came of it.
class AddressTransfer : public QObject
{
    Q_OBJECT

public:
    /// Borrows `stages`; asks over `window`, whose child it is.
    AddressTransfer(SavedStages &stages, QWidget &window);

    /// Asks for the file first.
    void askToExport();
    void askToImport();

    void exportTo(const QString &path);
    void importFrom(const QString &path);

private:
    void merge(const AddressFile::Contents &contents);
    void tell(const QString &sentence, const QString &details = {});

    SavedStages &m_stages;
    QWidget &m_window;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace Greenroom {

class LocalStage;

/// Shows which certificate the local stage has, so that another client can be told to trust it. Deletes
/// itself when it is closed.
class LocalCertificateDialog : public QDialog
{
    Q_OBJECT

public:
    /// `localStage` runs, encrypted; it is not needed later.
    explicit LocalCertificateDialog(const LocalStage &localStage, QWidget *parent = nullptr);

private:
    void addValue(QBoxLayout &layout, const QString &caption, const char *name, const QString &value);
    void addButtons(QBoxLayout &layout, const QString &fingerprint);
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QJsonObject>

namespace Greenroom {

/// Shows what a token says, and nothing that could be used as one.
class ClaimsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    explicit ClaimsDialog(const QJsonObject &claims, QWidget *parent = nullptr);
};

} // namespace Greenroom

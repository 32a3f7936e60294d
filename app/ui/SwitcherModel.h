// SPDX-License-Identifier: MIT
#pragma once

#include "ui/StageEntry.h"

#include <QAbstractListModel>

namespace Greenroom {

/// The stages that fit what was typed into the switcher, the best first.
class SwitcherModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Borrows `clock`.
    explicit SwitcherModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const StageEntry &entry(const QModelIndex &index) const;

    /// `entries` as they stand where nothing was typed.
    void setEntries(const QList<StageEntry> &entries);
    /// Shows those that fit `typed`; among equals the order stays.
    void filter(const QString &typed);

private:
    const Clock &m_clock;
    QList<StageEntry> m_all;
    QList<StageEntry> m_shown;
};

} // namespace Greenroom

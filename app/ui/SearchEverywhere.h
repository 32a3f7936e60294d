// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveSearch.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
QT_END_NAMESPACE

namespace Greenroom {

class HitDelegate;

/// A search over all conversations that are kept, with results as one types. Up and Down in the field move
/// among them, Enter chooses one.
class SearchEverywhere : public QDialog
{
    Q_OBJECT

public:
    /// Borrows `archive`.
    explicit SearchEverywhere(Archive &archive, QWidget *parent = nullptr);

    QString text() const;

Q_SIGNALS:
    /// This line of this conversation shall be shown.
    void chosen(const QString &key, qint64 number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showHits();
    QListWidgetItem *itemOf(const ArchiveSearch::Hit &hit) const;
    QString stateText() const;
    void choose();

    ArchiveSearch m_search;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_state;
    HitDelegate *m_delegate;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/StageEntry.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace Greenroom {

class SwitcherModel;

/// A field over the window in which one types a part of a stage's name, group or address, and goes there: Up
/// and Down choose, Enter takes, Escape leaves everything as it was.
class QuickSwitcher : public QWidget
{
    Q_OBJECT

public:
    /// Borrows `clock`; hidden at first.
    QuickSwitcher(const Clock &clock, QWidget &window);

    /// Shows itself with these, of which the first is the likeliest.
    void open(const QList<StageEntry> &entries);

Q_SIGNALS:
    /// The user wants to see this stage or session.
    void chosen(const Greenroom::StageEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void place();
    void filter(const QString &typed);
    bool takeKey(int key);
    void select(int row);
    void take(const QModelIndex &index);
    void close();

    SwitcherModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    /// Who had the keyboard before.
    QPointer<QWidget> m_before;
};

} // namespace Greenroom

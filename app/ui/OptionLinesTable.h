// SPDX-License-Identifier: MIT
#pragma once

#include "ui/OptionLinesModel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class HintLine;

/// A short table of names and values with a title, buttons that add and remove a line, and room for what is
/// wrong. Insert adds a line, Delete removes the present one, F2 or any letter edits.
class OptionLinesTable : public QWidget
{
    Q_OBJECT

public:
    /// The table's object is called `name`, its buttons `<name>Add` and `<name>Remove`, its hint
    /// `<name>Hint`.
    OptionLinesTable(OptionLinesModel::Form form, const QString &title, const char *name,
                     QWidget *parent = nullptr);

    OptionLinesModel &model();
    /// Says what is wrong with the `place`th of the model's lines, and goes there.
    void showMistake(qsizetype place, const QString &sentence);
    void clearMistake();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build(const QString &title, const QString &name);
    void add();
    void remove();
    void applyIcons();

    OptionLinesModel *m_model;
    QTableView *m_view;
    QToolButton *m_add;
    QToolButton *m_remove;
    HintLine *m_hint;
};

} // namespace Greenroom

// SPDX-License-Identifier: MIT
#pragma once

#include <QListWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace Greenroom {

/// The list of emoji that are offered while a `:code` is typed into a field: up and down choose, Enter and
/// Tab take, Escape closes. A code with both colons becomes its emoji by itself.
class CodePopup : public QListWidget
{
    Q_OBJECT

public:
    /// Watches `field`, which must outlive it or be its window's.
    explicit CodePopup(QPlainTextEdit &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();
    void fill(const QString &letters);
    void place();
    bool takeKey(int key);
    void take(const QListWidgetItem *item);
    void replaceCode(qsizetype length, const QString &emoji);

    QPlainTextEdit &m_field;
    /// Escape has closed the list; it stays closed until this code is done.
    bool m_isDismissed = false;
};

} // namespace Greenroom
